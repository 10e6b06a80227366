package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.litemaas.litellm.ScriptedServer.Reply;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.MovableClock;
import io.litemaas.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one process finds out about LiteLLM, and what of it stops the others. Each call is made by another process. */
class SharedCallsTest extends ScriptedTest {
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Room ACCESS = Room.over("access", DATABASE.as("access"));
    private static final String READY = "{\"status\":\"healthy\",\"db\":\"connected\",\"litellm_version\":\"1.108.7\"}";
    private static final String READINESS = "/health/readiness";
    private static final String DETAILS = "/health/readiness/details";
    private static final String NO = "{\"error\":{}}";

    private final MovableClock clock = new MovableClock();
    private final List<String> news = new ArrayList<>();
    private final Ids ids = new Ids(new Random(7));

    private Reply found = Reply.json(404, NO);
    private Reply readiness = Reply.json(200, READY);
    private Reply details = Reply.json(200, READY);

    @BeforeEach
    void litellm_is_well() {
        DATABASE.sql().run("delete from platform.integration_health");
        server.answers(request -> switch (request.target()) {
            case READINESS -> readiness;
            case DETAILS -> details;
            default -> found;
        });
    }

    private SharedCalls calls() {
        return new SharedCalls(
                ACCESS, new FleetEpisode(clock, ids), litellm.health(), new Deadlines(), new SharedCalls.News() {
                    @Override
                    public void opened(Handle handle, UUID episode, Trouble trouble) {
                        news.add("opened " + trouble.word());
                    }

                    @Override
                    public void closed(Handle handle, UUID episode) {
                        news.add("closed");
                    }
                });
    }

    private boolean find() {
        return calls().call(() -> litellm.keys().find(HASH, soon())).isPresent();
    }

    private LiteLlmException failureOfFind() {
        return catchThrowableOfType(LiteLlmException.class, this::find);
    }

    private long asked(String path) {
        return server.seen().stream().filter(seen -> seen.target().equals(path)).count();
    }

    private static String cause() {
        return DATABASE.sql().value("select cause from platform.integration_health where instance = ''");
    }

    private void later(Duration passed) {
        clock.moveTo(clock.instant().plus(passed));
    }

    private void litellmIsDown() {
        found = Reply.json(503, "");
        readiness = Reply.json(503, "");
        details = Reply.json(503, "");
    }

    @Test
    void two_failures_in_a_row_of_any_processes_open_the_episode_when_readiness_fails_as_well() {
        litellmIsDown();

        assertThat(failureOfFind()).isInstanceOf(LiteLlmUnavailable.class);
        assertThat(news).isEmpty();
        assertThat(asked(READINESS)).isZero();
        assertThat(failureOfFind()).isInstanceOf(LiteLlmUnavailable.class);

        assertThat(news).containsExactly("opened unavailable");
        server.forget();
        assertThat(failureOfFind().pause()).isPresent();
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void failures_of_a_litellm_that_is_ready_open_nothing() {
        found = Reply.json(500, NO);

        for (int i = 0; i < 4; i++) {
            assertThat(failureOfFind()).isInstanceOf(LiteLlmFault.class);
        }

        assertThat(news).isEmpty();
        assertThat(asked(READINESS)).isEqualTo(2);
    }

    @Test
    void failures_open_nothing_where_litellm_could_not_be_asked_how_it_is() {
        found = Reply.json(500, NO);
        readiness = Reply.json(429, NO);

        failureOfFind();
        failureOfFind();
        assertThat(news).isEmpty();
        readiness = Reply.json(503, NO);
        failureOfFind();

        assertThat(news).containsExactly("opened unavailable");
    }

    @Test
    void an_outage_goes_on_where_the_probe_fails_and_litellm_could_not_be_asked_how_it_is() {
        litellmIsDown();
        failureOfFind();
        failureOfFind();
        found = Reply.json(500, NO);
        readiness = Reply.json(429, NO);
        later(FleetEpisode.PAUSE);

        failureOfFind();

        assertThat(news).containsExactly("opened unavailable");
        assertThat(cause()).isEqualTo("unavailable");
        assertThat(failureOfFind().pause()).isPresent();
    }

    @Test
    void a_success_between_two_failures_makes_them_stand_alone() {
        Reply well = found;
        litellmIsDown();
        failureOfFind();
        found = well;
        assertThat(find()).isFalse();
        litellmIsDown();

        failureOfFind();

        assertThat(news).isEmpty();
        assertThat(asked(READINESS)).isZero();
    }

    @Test
    void a_success_writes_nothing_where_no_failure_was_before_it() {
        find();

        assertThat(DATABASE.sql().value("select count(*) from platform.integration_health"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_credential_that_is_refused_for_everything_is_an_episode_that_ends_when_it_is_taken(int status) {
        Reply well = found;
        found = Reply.json(status, NO);
        details = Reply.json(status, NO);

        assertThat(failureOfFind()).isInstanceOf(LiteLlmCredentialRefused.class);
        server.forget();
        assertThat(failureOfFind()).isInstanceOf(LiteLlmCredentialRefused.class);
        assertThat(server.seen()).isEmpty();
        assertThat(cause()).isEqualTo("credential");
        assertThat(news).containsExactly("opened credential");

        later(FleetEpisode.PAUSE);
        failureOfFind();
        assertThat(news).hasSize(1);
        later(FleetEpisode.PAUSE);
        found = well;
        find();
        assertThat(news).containsExactly("opened credential", "closed");
    }

    @Test
    void a_call_that_is_refused_with_403_alone_stops_nobody() {
        found = Reply.json(403, NO);

        LiteLlmException failure = failureOfFind();

        assertThat(failure).isInstanceOf(LiteLlmRefused.class);
        assertThat(news).isEmpty();
        assertThat(DATABASE.sql().value("select count(*) from platform.integration_health"))
                .isEqualTo("0");
    }

    @Test
    void nobody_asks_before_the_time_that_a_throttled_one_was_told() {
        Reply well = found;
        found = new Reply(429, "application/json", NO, Map.of("Retry-After", "60"));
        failureOfFind();
        found = well;
        server.forget();

        later(Duration.ofSeconds(45));
        assertThat(failureOfFind()).isInstanceOf(LiteLlmThrottled.class);
        assertThat(server.seen()).isEmpty();
        assertThat(cause()).isEqualTo("throttled");
        later(Duration.ofSeconds(15));

        assertThat(find()).isFalse();
        assertThat(cause()).isNull();
        assertThat(news).isEmpty();
    }

    @Test
    void an_outage_after_which_the_credential_is_refused_is_over_and_another_episode_begins() {
        litellmIsDown();
        failureOfFind();
        failureOfFind();
        found = Reply.json(401, NO);
        details = Reply.json(401, NO);
        later(FleetEpisode.PAUSE);

        failureOfFind();

        assertThat(news).containsExactly("opened unavailable", "closed", "opened credential");
    }

    @Test
    void an_outage_that_ends_in_a_429_is_over() {
        litellmIsDown();
        failureOfFind();
        failureOfFind();
        found = Reply.json(429, NO);
        later(FleetEpisode.PAUSE);

        failureOfFind();

        assertThat(news).containsExactly("opened unavailable", "closed");
        assertThat(cause()).isEqualTo("throttled");
    }

    @Test
    void a_probe_whose_work_breaks_for_another_reason_lets_litellm_speak_for_itself() {
        litellmIsDown();
        failureOfFind();
        failureOfFind();
        readiness = Reply.json(200, READY);
        later(FleetEpisode.PAUSE);

        assertThatThrownBy(() -> calls().call(() -> {
                    throw new IllegalStateException("of ours");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(news).containsExactly("opened unavailable", "closed");
    }
}
