package io.litemaas.access.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyValue;
import io.litemaas.litellm.LiteLlmFault;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.litellm.NewKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one process's probe tells all others. */
@QuarkusTest
@AccessQuarkusTest
class FleetTest extends AccessTest {
    @Inject
    Fleet fleet;

    @Inject
    LiteLlmKeys keys;

    @Inject
    Deadlines deadlines;

    @Test
    void a_probe_that_litellm_refuses_ends_the_episode() {
        NewKey key = NewKey.of(new KeyValue("sk-" + fresh()), fresh(), user.id().toString(), List.of("gpt-4o-mini"));
        keys.generate(key, deadlines.start());
        anEpisodeThatIsDueForAProbe();

        assertThatThrownBy(() -> fleet.run(() -> keys.generate(key, deadlines.start())))
                .isInstanceOf(LiteLlmRefused.class);

        assertThat(episode()).isEqualTo("closed");
        emulator().wipeKeys();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ERROR500", "GARBAGE"})
    void a_probe_that_fails_at_its_object_while_litellm_is_ready_ends_the_episode(FaultKind fault) {
        anEpisodeThatIsDueForAProbe();
        emulator().faults().add(Fault.of(fault).on("/key/list"));

        assertThatThrownBy(this::probe).isInstanceOf(LiteLlmFault.class);

        assertThat(episode()).isEqualTo("closed");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ERROR500", "GARBAGE"})
    void a_probe_that_fails_with_all_of_litellm_lets_the_episode_go_on(FaultKind fault) {
        anEpisodeThatIsDueForAProbe();
        emulator().faults().add(Fault.of(fault));

        assertThatThrownBy(this::probe).isInstanceOf(LiteLlmFault.class);

        assertThat(episode()).isEqualTo("open");
    }

    private void probe() {
        fleet.run(() -> keys.list(1, deadlines.start()));
    }

    private void anEpisodeThatIsDueForAProbe() {
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now() - interval '1 second', gen_random_uuid(), 'x')
                """);
    }

    private String episode() {
        return sql.value("select state from platform.integration_health where instance = ''");
    }
}
