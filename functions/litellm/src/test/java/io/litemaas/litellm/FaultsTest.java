package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.litemaas.litellm.LiteLlmUnavailable.Reason;
import io.litemaas.platform.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which LiteLLM can fail ends as one of our exceptions, and none of them tells a secret. */
class FaultsTest extends ScriptedTest {
    private static final String SECRET_BODY = "{\"error\":{\"message\":\"the upstream's words\"}}";

    private Reason reasonWithin(Duration duration) {
        return catchThrowableOfType(
                        LiteLlmUnavailable.class, () -> litellm.keys().find(HASH, within(duration)))
                .reason();
    }

    private LiteLlmFault.Kind faultKind() {
        return catchThrowableOfType(LiteLlmFault.class, () -> litellm.keys().find(HASH, soon()))
                .kind();
    }

    @Test
    void is_down_when_nobody_listens() throws IOException {
        String address;
        try (ServerSocket free = new ServerSocket(0)) {
            address = "http://127.0.0.1:" + free.getLocalPort();
        }
        litellm = Clients.of(Settings.of(address));

        assertThat(reasonWithin(Duration.ofSeconds(10))).isEqualTo(Reason.DOWN);
    }

    @Test
    void is_down_when_the_connection_is_cut() {
        server.cutsTheConnection();

        assertThat(reasonWithin(Duration.ofSeconds(10))).isEqualTo(Reason.DOWN);
    }

    @Test
    void times_out_when_it_hangs() {
        server.hangs();

        assertThat(reasonWithin(Duration.ofMillis(200))).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void times_out_when_the_body_stalls_after_the_head() {
        server.stallsInTheBody();

        assertThat(reasonWithin(Duration.ofMillis(400))).isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void is_unavailable_behind_a_gateway(int status) {
        server.answers(status, "<html>Bad Gateway</html>");

        assertThat(reasonWithin(Duration.ofSeconds(10))).isEqualTo(Reason.GATEWAY);
    }

    @Test
    void lets_go_of_a_connection_that_hangs() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            CompletableFuture<Integer> peer = CompletableFuture.supplyAsync(() -> readToTheEnd(listener));
            litellm = Clients.of(Settings.of("http://127.0.0.1:" + listener.getLocalPort()));

            Reason reason = reasonWithin(Duration.ofMillis(300));

            assertThat(reason).isEqualTo(Reason.TIMEOUT);
            assertThat(peer.orTimeout(20, TimeUnit.SECONDS).join()).isPositive();
        }
    }

    private static int readToTheEnd(ServerSocket listener) {
        try (Socket connection = listener.accept()) {
            return connection.getInputStream().readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sends_a_generate_once_when_the_connection_is_cut() {
        server.cutsTheConnection();

        assertThatThrownBy(() -> litellm.keys().generate(newKey(), soon())).isInstanceOf(LiteLlmUnavailable.class);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void is_not_asked_when_no_time_is_left() {
        server.answers(200, "{}");

        assertThat(reasonWithin(Duration.ZERO)).isEqualTo(Reason.NO_TIME_LEFT);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void gives_each_call_what_is_left_of_the_request() {
        AtomicLong now = new AtomicLong();
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), now::get);
        server.answers(404, "{\"error\":{}}");
        litellm.keys().find(HASH, deadline);
        now.set(Duration.ofSeconds(6).toNanos());

        assertThatThrownBy(() -> litellm.keys().find(HASH, deadline)).isInstanceOf(NotTried.class);
        assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 505})
    void is_a_fault_with_another_500(int status) {
        server.answers(status, SECRET_BODY);

        assertThat(faultKind()).isEqualTo(LiteLlmFault.Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html><body>Welcome to nginx</body></html>",
                "200 | ''",
                "200 | {}",
                "200 | []",
                "200 | null",
                "200 | {\"key\":\"x\",\"info\":{}",
                "200 | {} {}",
                "302 | {}",
                "404 | <html>not found</html>",
                "404 | {\"detail\":\"Not Found\"}",
                "404 | ''"
            })
    void is_garbage_when_it_is_not_what_was_recorded(int status, String body) {
        server.answers(status, body);

        assertThat(faultKind()).isEqualTo(LiteLlmFault.Kind.GARBAGE);
    }

    @Test
    void is_garbage_when_it_never_ends() {
        server.answers(200, "\"" + "x".repeat(1 << 20) + "\"");

        assertThat(faultKind()).isEqualTo(LiteLlmFault.Kind.GARBAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 422, 451})
    void is_a_refusal_with_its_status(int status) {
        server.answers(status, SECRET_BODY);

        LiteLlmRefused refused =
                catchThrowableOfType(LiteLlmRefused.class, () -> litellm.keys().find(HASH, soon()));

        assertThat(refused.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void is_a_refused_credential_and_no_hurry_to_ask_again(int status) {
        server.answers(status, SECRET_BODY);

        LiteLlmCredentialRefused refused = catchThrowableOfType(
                LiteLlmCredentialRefused.class, () -> litellm.keys().list(1, soon()));

        assertThat(refused).hasMessageContaining(Integer.toString(status));
        assertThat(refused.pause()).contains(Duration.ofSeconds(30));
        assertThat(refused.problem().type()).isEqualTo(LiteLlmProblem.CREDENTIAL_REFUSED);
        assertThat(refused.problem().headers()).isEqualTo(Map.of("Retry-After", "30"));
        assertThat(refused.isLasting()).isFalse();
        assertThat(refused.forThisCallOnly().isLasting()).isTrue();
        assertThat(refused.forThisCallOnly().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | 30", "60 | 60", "0 | 1", "86400 | 300", "1.2 | 2", "soon | 30", "-1 | 30"})
    void is_throttled_for_as_long_as_it_says_within_bounds(String header, String seconds) {
        server.answers(new ScriptedServer.Reply(429, "application/json", SECRET_BODY, Map.of("Retry-After", header)));

        Problem problem = throttled().problem();

        assertThat(problem.type()).isEqualTo(LiteLlmProblem.THROTTLED);
        assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", seconds));
    }

    @Test
    void is_throttled_until_a_date() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        server.answers(new ScriptedServer.Reply(429, "application/json", SECRET_BODY, Map.of("Retry-After", date)));

        assertThat(throttled().pause().orElseThrow()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    private LiteLlmThrottled throttled() {
        return catchThrowableOfType(LiteLlmThrottled.class, () -> litellm.keys().find(HASH, soon()));
    }

    @ParameterizedTest
    @CsvSource({"200", "302", "400", "401", "404", "429", "500", "503"})
    void tells_neither_key_nor_credential_nor_the_upstreams_words(int status) {
        server.answers(status, SECRET_BODY);

        Throwable failure = catchThrowableOfType(
                LiteLlmException.class, () -> litellm.keys().generate(newKey(), soon()));

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains("POST /key/generate")
                .doesNotContain(VALUE.reveal())
                .doesNotContain(Settings.KEY)
                .doesNotContain("upstream's words");
    }

    @Test
    void sends_the_credential_as_bearer_and_none_to_the_health() {
        server.answers(200, "{\"status\":\"healthy\",\"db\":\"connected\"}");

        boolean ready = litellm.health().isReady(soon());
        String healthAuthorization = server.last().authorization();
        server.answers(404, "{\"error\":{}}");
        litellm.users().find("u", soon());

        assertThat(ready).isTrue();
        assertThat(healthAuthorization).isNull();
        assertThat(server.last().authorization()).isEqualTo("Bearer " + Settings.KEY);
    }

    @Test
    void says_which_setting_is_missing() {
        litellm = Clients.of(Settings.of(server.url()).withoutKey());

        assertThatThrownBy(() -> litellm.users().find("u", soon()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("litemaas.litellm.key is not set");
    }

    @Test
    void speaks_to_a_litellm_under_a_path() {
        Settings settings = Settings.of(server.url());
        URI underPath = URI.create(server.url() + "/litellm/");
        litellm = Clients.of(new Settings(
                underPath, Optional.of(Settings.KEY), settings.connectTimeout(), settings.largestAnswer()));
        server.answers(404, "{\"error\":{}}");

        litellm.users().find("ü&=", soon());

        assertThat(server.last().target()).isEqualTo("/litellm/user/info?user_id=%C3%BC%26%3D");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {\"status\":\"healthy\",\"db\":\"disconnected\"}",
                "200 | {\"status\":\"healthy\",\"db\":\"Not connected\"}",
                "200 | <html></html>",
                "500 | {}",
                "404 | {}"
            })
    void is_not_ready_unless_it_says_so(int status, String body) {
        server.answers(status, body);

        assertThat(litellm.health().isReady(soon())).isFalse();
    }

    @Test
    void answers_503_with_retry_after_for_what_can_succeed_later_and_409_for_what_can_not() {
        Call call = Call.get("/x", Map.of());

        Problem unavailable = new NotTried(call, Reason.BREAKER_OPEN).problem();
        Problem nonsense = LiteLlmFault.garbage(call, "x").problem();
        Problem refused = new LiteLlmRefused(call, 400).problem();

        assertThat(unavailable.type().code()).isEqualTo("litellm.unavailable");
        assertThat(unavailable.type().status()).isEqualTo(503);
        assertThat(unavailable.headers()).isEqualTo(Map.of("Retry-After", "30"));
        assertThat(nonsense.type()).isEqualTo(LiteLlmProblem.UNAVAILABLE);
        assertThat(nonsense.headers()).isEqualTo(Map.of("Retry-After", "5"));
        assertThat(refused.type()).isEqualTo(LiteLlmProblem.REFUSED);
        assertThat(refused.headers()).isEmpty();
        assertThat(LiteLlmUnavailable.leftAlone().reason()).isEqualTo(Reason.BREAKER_OPEN);
    }

    @Test
    void keeps_reasons_apart_for_retry_after() {
        Call call = Call.get("/x", Map.of());

        assertThat(new NotTried(call, Reason.BREAKER_OPEN).retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(new LiteLlmUnavailable(call, Reason.DOWN).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }
}
