package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.litemaas.litellm.LiteLlmUnavailable.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy as it is woven in a room: breaker, bulkhead, timeout and retries on the real beans. */
@QuarkusTest
@QuarkusTestResource(ScriptedLiteLlm.class)
class PolicyTest {
    private static final KeyHash HASH = new KeyValue("sk-lm-secretsecretsecret").hash();
    private static final String ABSENT = "{\"error\":{}}";

    @Inject
    LiteLlmKeys keys;

    @Inject
    LiteLlmUsers users;

    @Inject
    Guard guard;

    @Inject
    Deadlines deadlines;

    @Inject
    LiteLlmConfig config;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Changes changes;

    ScriptedServer server;

    @BeforeEach
    void close_the_breaker() {
        breakers.resetAll();
        server.forget();
        changes.forget();
    }

    private Reason reasonOfFind() {
        return catchThrowableOfType(LiteLlmUnavailable.class, () -> keys.find(HASH, deadlines.start()))
                .reason();
    }

    private void call(int times) {
        IntStream.range(0, times).forEach(i -> call(Duration.ofSeconds(5)));
    }

    private void call(Duration left) {
        try {
            assertThat(guard.exchange(Call.get("/x", Map.of()), left).status()).isPositive();
        } catch (LiteLlmUnavailable e) {
            assertThat(e).isNotInstanceOf(NotTried.class);
        }
    }

    private static void fails(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LiteLlmException.class);
    }

    @Test
    void waits_as_long_as_the_design_says() {
        assertThat(Deadlines.REQUEST).isEqualTo(Duration.ofSeconds(5));
        assertThat(deadlines.start().left()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.largestAnswer()).isEqualTo(32 << 20);
    }

    @Test
    void repeats_what_may_be_repeated() {
        server.answers(request ->
                server.seen().size() < 3 ? ScriptedServer.Reply.json(503, "") : ScriptedServer.Reply.json(404, ABSENT));

        assertThat(keys.find(HASH, deadlines.start())).isEmpty();
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void gives_up_after_two_repeats() {
        server.answers(503, "");

        assertThat(reasonOfFind()).isEqualTo(Reason.GATEWAY);
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void never_repeats_a_generate_or_a_create() {
        server.answers(503, "");
        NewKey key = NewKey.of(new KeyValue("sk-lm-secretsecretsecret"), "a", "u", List.of("m"));

        fails(() -> keys.generate(key, deadlines.start()));
        fails(() -> users.create(UserProfile.of("u", "U", Map.of("a", "1")), deadlines.start()));

        assertThat(server.seen())
                .extracting(ScriptedServer.Seen::target)
                .isEqualTo(List.of("/key/generate", "/user/new"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500})
    void does_not_repeat_a_refusal_or_a_fault(int status) {
        server.answers(status, ABSENT);

        fails(() -> keys.find(HASH, deadlines.start()));

        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void leaves_litellm_alone_when_half_of_twenty_calls_failed_and_tries_again_later() {
        server.answers(404, ABSENT);
        call(10);
        server.answers(503, "");
        call(10);
        server.forget();

        assertThat(reasonOfFind()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(server.seen()).isEmpty();

        server.answers(404, ABSENT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(LiteLlmUnavailable.class)
                .until(() -> keys.find(HASH, deadlines.start()).isEmpty());
    }

    @Test
    void tells_the_room_when_it_opens_and_closes() {
        server.answers(503, "");
        call(20);
        Awaitility.await().until(() -> changes.seen().equals(List.of(true)));

        server.answers(404, ABSENT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(LiteLlmUnavailable.class)
                .until(() -> keys.find(HASH, deadlines.start()).isEmpty());
        Awaitility.await().until(() -> changes.seen().equals(List.of(true, false)));
    }

    /** A room that listens. */
    @ApplicationScoped
    static class Changes {
        private final List<Boolean> seen = new CopyOnWriteArrayList<>();

        void changed(@ObservesAsync BreakerChanged change) {
            seen.add(change.open());
        }

        List<Boolean> seen() {
            return List.copyOf(seen);
        }

        void forget() {
            seen.clear();
        }
    }

    @Test
    void counts_timeouts_and_broken_connections_for_the_breaker() {
        server.cutsTheConnection();
        call(19);
        server.hangs();
        call(Duration.ofMillis(50));
        server.answers(404, ABSENT);

        assertThat(reasonOfFind()).isEqualTo(Reason.BREAKER_OPEN);
    }

    @Test
    void counts_the_calls_that_it_cut_off_for_the_breaker() {
        server.answers(404, ABSENT);
        call(10);
        server.hangs();
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(this::cutOff, callers))
                    .limit(10)
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            callers.shutdownNow();
        }

        assertThat(reasonOfFind()).isEqualTo(Reason.BREAKER_OPEN);
    }

    private void cutOff() {
        assertThatThrownBy(() -> guard.exchange(Call.get("/x", Map.of()), Duration.ofMinutes(1)))
                .isInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 429, 500})
    void does_not_count_refusals_or_500_for_the_breaker(int status) {
        server.answers(status, ABSENT);
        call(40);
        server.answers(404, ABSENT);

        assertThat(keys.find(HASH, deadlines.start())).isEmpty();
    }

    @Test
    void does_not_count_calls_that_it_did_not_make() {
        server.answers(404, ABSENT);
        Deadline passed = Deadline.after(Duration.ZERO, System::nanoTime);
        IntStream.range(0, 40).forEach(i -> fails(() -> keys.find(HASH, passed)));

        assertThat(keys.find(HASH, deadlines.start())).isEmpty();
    }

    @Test
    void cuts_a_call_off_whatever_its_deadline_says() {
        server.hangs();
        Deadline far = Deadline.after(Duration.ofMinutes(10), System::nanoTime);
        NewKey key = NewKey.of(new KeyValue("sk-lm-secretsecretsecret"), "a", "u", List.of("m"));

        assertThat(catchThrowableOfType(LiteLlmUnavailable.class, () -> keys.generate(key, far))
                        .reason())
                .isEqualTo(Reason.TIMEOUT);
        server.answers(404, ABSENT);
        assertThat(keys.find(HASH, deadlines.start())).isEmpty();
    }

    @Test
    void keeps_further_callers_out_while_sixteen_calls_hang() {
        server.hangs();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Void>> hanging = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> call(Duration.ofSeconds(10)), callers))
                    .limit(16)
                    .toList();
            Awaitility.await().until(() -> server.seen().size() == 16);

            Reason reason = reasonOfFind();

            assertThat(reason).isEqualTo(Reason.TOO_MANY_CALLS);
            assertThat(server.seen()).hasSize(16);
            assertThat(hanging).noneMatch(CompletableFuture::isDone);
        } finally {
            callers.shutdownNow();
        }
    }
}
