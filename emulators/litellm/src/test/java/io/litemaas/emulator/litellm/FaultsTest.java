package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private static final String GENERATE = "{\"key\":\"" + Client.KEY + "\",\"key_alias\":\"test\"}";

    private final LiteLlmEmulator emulator = LiteLlmEmulator.start(EmulatorOptions.defaults());
    private final Client client = new Client(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private CompletableFuture<HttpResponse<String>> generateMeanwhile() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.post("/key/generate", GENERATE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void cuts_the_connection_when_down_and_does_nothing() throws IOException {
        emulator.faults().add(Fault.of(FaultKind.DOWN).on("/key/generate").forNext(1));

        assertThatIOException().isThrownBy(() -> client.post("/key/generate", GENERATE));

        assertThat(emulator.keys()).isEmpty();
        assertThat(client.post("/key/generate", GENERATE).statusCode()).isEqualTo(200);
    }

    @Test
    void does_the_work_and_loses_the_answer() {
        emulator.faults().add(Fault.of(FaultKind.LOSE_ANSWER).forNext(1));

        assertThatIOException().isThrownBy(() -> client.post("/key/generate", GENERATE));

        assertThat(emulator.keys()).extracting(LiveKey::alias).containsExactly("test");
    }

    @Test
    void holds_before_the_work_and_does_it_when_released() {
        emulator.faults().add(Fault.of(FaultKind.HOLD_BEFORE).on("/key/generate"));
        CompletableFuture<HttpResponse<String>> answer = generateMeanwhile();
        await().until(() -> emulator.faults().held().size() == 1);
        assertThat(emulator.keys()).isEmpty();

        emulator.faults().release();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(emulator.keys()).hasSize(1);
    }

    @Test
    void does_held_work_although_the_client_is_gone() throws IOException {
        emulator.faults().add(Fault.of(FaultKind.HOLD_BEFORE).forNext(1));
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(emulator.url()).getPort())) {
            String request = "POST /key/generate HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + emulator.masterKey()
                    + "\r\nContent-Length: " + GENERATE.length() + "\r\n\r\n" + GENERATE;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().until(() -> emulator.faults().held().size() == 1);
        }

        emulator.faults().release();

        await().until(() -> emulator.keys().size() == 1);
    }

    @Test
    void holds_after_the_work() {
        emulator.faults().add(Fault.of(FaultKind.HOLD_AFTER).on("/key/generate").forNext(1));
        CompletableFuture<HttpResponse<String>> answer = generateMeanwhile();
        await().until(() -> emulator.faults().held().size() == 1);

        assertThat(emulator.keys()).hasSize(1);
        assertThat(answer).isNotDone();

        emulator.faults().release();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void hangs_without_work_and_is_cut_by_a_release() {
        emulator.faults().add(Fault.of(FaultKind.HANG).forNext(1));
        CompletableFuture<HttpResponse<String>> answer = generateMeanwhile();
        await().until(() -> emulator.faults().held().size() == 1);

        emulator.faults().release();

        assertThat(answer).failsWithin(Duration.ofSeconds(10));
        assertThat(emulator.keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, 401", "FORBIDDEN, 403", "THROTTLED, 429", "REFUSED400, 400", "REFUSED422, 422"})
    void refuses_and_does_nothing(FaultKind kind, int status) throws IOException {
        emulator.faults().add(Fault.of(kind).on("/key/generate"));

        HttpResponse<String> refused = client.post("/key/generate", GENERATE);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("retry-after")).isEmpty();
        assertThat(emulator.keys()).isEmpty();
    }

    @Test
    void says_when_to_come_again_where_it_was_told_to() throws IOException {
        emulator.faults().add(Fault.throttled("60").on("/key/generate"));

        HttpResponse<String> refused = client.post("/key/generate", GENERATE);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("60");
    }

    @Test
    void answers_late_but_answers() throws IOException {
        emulator.faults().add(Fault.slow(Duration.ofMillis(300)));
        long before = System.nanoTime();

        assertThat(client.get("/health/readiness").statusCode()).isEqualTo(200);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void answers_500_and_garbage() throws IOException {
        emulator.faults().add(Fault.of(FaultKind.ERROR500).forNext(1));
        emulator.faults().add(Fault.of(FaultKind.GARBAGE).forNext(1));

        assertThat(client.get("/model/info").statusCode()).isEqualTo(500);
        HttpResponse<String> garbage = client.get("/model/info");
        assertThat(garbage.statusCode()).isEqualTo(200);
        assertThat(garbage.body()).startsWith("<html>");
        assertThat(client.get("/model/info").body()).startsWith("{\"data\"");
    }

    @Test
    void loses_its_database() throws IOException {
        client.makeKey("");
        client.chat();
        emulator.faults().add(Fault.of(FaultKind.DATABASE_DOWN));

        assertThat(client.get("/health/readiness").statusCode()).isEqualTo(503);
        assertThat(client.get("/health/liveliness").statusCode()).isEqualTo(200);
        assertThat(client.get("/key/info?key=" + Client.KEY).statusCode()).isEqualTo(500);
        assertThat(client.get("/team/info?team_id=any").statusCode()).isEqualTo(404);
        assertThat(client.chat().statusCode()).isEqualTo(200);

        emulator.faults().clear();
        assertThat(client.keyInfo().path("status").asText()).isEqualTo("active");
    }

    @Test
    void is_switched_over_http_without_a_key() throws IOException {
        HttpResponse<String> set =
                client.admin("PUT", "/emulator/faults", "{\"kind\":\"error500\",\"path\":\"/key\",\"times\":2}");
        assertThat(set.body()).contains("\"error500\"");
        assertThat(client.get("/key/list").statusCode()).isEqualTo(500);
        assertThat(client.get("/model/info").statusCode()).isEqualTo(200);

        client.admin("DELETE", "/emulator/faults", "");

        assertThat(client.get("/key/list").statusCode()).isEqualTo(200);
        assertThat(client.admin("PUT", "/emulator/faults", "{\"kind\":\"earthquake\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shows_the_requests_seen_without_secrets() throws IOException {
        client.makeKey("");
        client.get("/key/info?key=" + Client.KEY);

        assertThat(emulator.requests())
                .containsExactly(
                        new SeenRequest("POST", "/key/generate", 200), new SeenRequest("GET", "/key/info", 200));
        assertThat(client.admin("GET", "/emulator/requests", "").body()).doesNotContain(Client.KEY);
    }

    @Test
    void loses_keys_and_goes_back() throws IOException {
        client.makeKey(",\"user_id\":\"u-1\"");
        LiveKey key = emulator.keys().get(0);
        assertThat(client.admin("GET", "/emulator/keys", "").body())
                .isEqualTo("[{\"hash\":\"" + Ids.sha256(Client.KEY)
                        + "\",\"alias\":\"test\",\"user_id\":\"u-1\",\"blocked\":false}]");
        Snapshot before = emulator.snapshot();

        emulator.loseKey(key.hash());
        assertThat(client.get("/key/info?key=" + Client.KEY).statusCode()).isEqualTo(404);
        emulator.restore(before);
        assertThat(emulator.keys()).containsExactly(key);

        emulator.wipeKeys();
        assertThat(client.get("/key/list").body()).contains("\"total_count\":0");
    }
}
