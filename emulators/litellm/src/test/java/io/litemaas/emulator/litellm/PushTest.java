package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTest {
    private Receiver receiver;
    private LiteLlmEmulator emulator;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        emulator = LiteLlmEmulator.start(EmulatorOptions.defaults()
                .withFlush(Duration.ofMillis(50))
                .withLogEndpoint(receiver.uri())
                .withLogHeader("x-secret", "abc")
                .withAlertWebhook(receiver.uri()));
        client = new Client(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
        receiver.close();
    }

    private boolean hasEvent(String event) {
        return receiver.received().stream()
                .anyMatch(each -> each.body().path("event").asText().equals(event));
    }

    private long batches() {
        return receiver.received().stream()
                .filter(each -> each.body().isArray())
                .count();
    }

    @Test
    void pushes_request_logs_as_an_array_with_the_static_header() throws IOException {
        client.makeKey("");
        client.chat();

        await().until(() -> batches() == 1);

        Receiver.Received batch = receiver.received().get(0);
        assertThat(batch.secret()).isEqualTo("abc");
        JsonNode log = batch.body().get(0);
        assertThat(log.path("response_cost").asDouble()).isEqualTo(1.35e-05);
        assertThat(log.path("metadata").path("user_api_key_hash").asText()).isEqualTo(Ids.sha256(Client.KEY));
        assertThat(log.path("messages").get(0).path("content").asText()).isEqualTo("hi");
    }

    @Test
    void pushes_and_lists_the_same_identity() throws IOException {
        client.makeKey("");
        client.chat();
        await().until(() -> batches() == 1);
        await().until(() -> client.get("/spend/logs").body().contains("chatcmpl"));

        JsonNode pushed = receiver.received().get(0).body().get(0);
        JsonNode pulled = Json.MAPPER.readTree(client.get("/spend/logs").body()).get(0);

        assertThat(pulled.path("request_id")).isEqualTo(pushed.path("id"));
        assertThat(pulled.path("litellm_call_id")).isEqualTo(pushed.path("litellm_call_id"));
        assertThat(Math.round(pushed.path("startTime").asDouble() * 1000))
                .isEqualTo(Times.parse(pulled.path("startTime").asText()).toEpochMilli());
    }

    @Test
    void pushes_refusals_too() throws IOException {
        client.makeKey(",\"rpm_limit\":0");
        client.chat();

        await().until(() -> batches() == 1);

        JsonNode log = receiver.received().get(0).body().get(0);
        assertThat(log.path("status").asText()).isEqualTo("failure");
        assertThat(log.path("error_information").path("error_code").asText()).isEqualTo("429");
    }

    @Test
    void drops_a_push_and_never_sends_it_again() throws IOException {
        client.makeKey("");
        emulator.faults().add(Fault.of(FaultKind.DROP_PUSH).forNext(1));
        client.chat();
        await().until(() -> emulator.faults().inForce().isEmpty());

        client.chat();

        await().until(() -> batches() == 1);
        assertThat(receiver.received().get(0).body()).hasSize(1);
    }

    @Test
    void alerts_once_for_a_crossing_that_the_receiver_took() throws IOException {
        client.makeKey(",\"max_budget\":0.00001");
        client.chat();
        receiver.answer(500);
        client.chat();
        await().until(() -> hasEvent("budget_crossed"));
        receiver.answer(200);
        client.chat();
        await().until(() -> crossings() == 2);

        client.post("/key/update", "{\"key\":\"" + Client.KEY + "\",\"rpm_limit\":9}");
        client.chat();

        await().during(Duration.ofMillis(300)).until(() -> crossings() == 2);
        JsonNode event = receiver.received().stream()
                .map(Receiver.Received::body)
                .filter(body -> body.path("event").asText().equals("budget_crossed"))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("event_message").asText()).isEqualTo("Key Budget: Budget Crossed\n Total Budget:`1e-05`");
        assertThat(event.path("token").asText()).isEqualTo(Ids.sha256(Client.KEY));
    }

    private long crossings() {
        return receiver.received().stream()
                .filter(each -> each.body().path("event").asText().equals("budget_crossed"))
                .count();
    }

    @Test
    void sends_a_mock_alert_that_looks_real() throws IOException {
        client.get("/health/services?service=webhook");

        await().until(() -> hasEvent("budget_crossed"));

        assertThat(receiver.received().get(0).body().path("token").asText()).isEqualTo("litellm_proxy_master_key");
    }
}
