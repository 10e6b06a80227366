package io.litemaas.access.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyValue;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.litellm.NewKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now() - interval '1 second', gen_random_uuid(), 'x')
                """);

        assertThatThrownBy(() -> fleet.run(() -> keys.generate(key, deadlines.start())))
                .isInstanceOf(LiteLlmRefused.class);

        assertThat(sql.value("select state from platform.integration_health where instance = ''"))
                .isEqualTo("closed");
        emulator().wipeKeys();
    }
}
