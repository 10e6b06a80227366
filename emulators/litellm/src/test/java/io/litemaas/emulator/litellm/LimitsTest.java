package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T18:00:00.123456Z"));
    private final LiteLlmEmulator emulator =
            LiteLlmEmulator.start(EmulatorOptions.defaults().withClock(clock));
    private final Client client = new Client(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void shows_spend_only_after_the_flush() throws IOException {
        client.makeKey("");
        HttpResponse<String> answer = client.chat();
        assertThat(answer.headers().firstValue("x-litellm-response-cost")).contains("1.35e-05");
        assertThat(client.keyInfo().path("spend").asDouble()).isZero();

        clock.advance(Duration.ofSeconds(1));

        assertThat(client.keyInfo().path("spend").asDouble()).isEqualTo(1.35e-05);
        String logs = client.get("/spend/logs/v2?start_date=2026-11-24&end_date=2026-11-24")
                .body();
        assertThat(logs).contains("\"spend\":1.35e-05", "\"startTime\":\"2026-11-24T18:00:00.123+00:00\"");
    }

    @Test
    void rounds_the_start_half_up() throws IOException {
        client.makeKey("");
        clock.set(Instant.parse("2026-11-24T18:00:00.000500Z"));
        client.chat();
        clock.advance(Duration.ofSeconds(1));

        assertThat(client.get("/spend/logs/v2?start_date=2026-11-24&end_date=2026-11-24")
                        .body())
                .contains("18:00:00.001+00:00");
    }

    @Test
    void refuses_when_the_budget_is_used_up_and_again_accepts_in_the_next_period() throws IOException {
        client.makeKey(",\"max_budget\":0.00001,\"budget_duration\":\"30d\"");
        assertThat(client.chat().statusCode()).isEqualTo(200);

        HttpResponse<String> refused = client.chat();

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("budget_exceeded");
        clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(client.chat().statusCode()).isEqualTo(200);
        assertThat(client.keyInfo().path("budget_reset_at").asText()).isEqualTo("2027-01-01T00:00:00+00:00");
        assertThat(client.keyInfo().path("total_spend").asDouble()).isEqualTo(1.32e-05);
    }

    @Test
    void refuses_when_the_user_has_no_budget_left() throws IOException {
        client.post("/user/new", "{\"user_id\":\"u-1\",\"max_budget\":0.00001,\"auto_create_key\":false}");
        client.makeKey(",\"user_id\":\"u-1\"");
        client.chat();

        assertThat(client.chat().body()).contains("ExceededBudget: User=u-1 over budget");
    }

    @Test
    void limits_requests_a_minute() throws IOException {
        client.makeKey(",\"rpm_limit\":1");
        assertThat(client.chat().statusCode()).isEqualTo(200);

        HttpResponse<String> refused = client.chat();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("60");
        clock.advance(Duration.ofSeconds(60));
        assertThat(client.chat().statusCode()).isEqualTo(200);
    }

    @Test
    void expires_keys() throws IOException {
        client.makeKey(",\"duration\":\"1h\"");
        clock.advance(Duration.ofMinutes(61));

        assertThat(client.chat().statusCode()).isEqualTo(401);
        assertThat(client.keyInfo().path("status").asText()).isEqualTo("expired");
    }

    @Test
    void streams_chunks() throws IOException {
        client.makeKey("");

        HttpResponse<String> answer = client.call(
                "{\"model\":\"gpt-4o-mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");

        assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
        assertThat(answer.body().split("\n\n", -1)).hasSize(5).contains("data: [DONE]");
    }

    @Test
    void remakes_a_deleted_key_that_works() throws IOException {
        client.makeKey("");
        client.post("/key/delete", "{\"keys\":[\"" + Client.KEY + "\"]}");
        assertThat(client.chat().statusCode()).isEqualTo(401);

        client.makeKey("");

        assertThat(client.chat().statusCode()).isEqualTo(200);
    }
}
