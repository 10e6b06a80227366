package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheTest {
    @Test
    void answers_an_equal_request_from_the_cache_at_no_cost() throws IOException {
        try (LiteLlmEmulator emulator =
                LiteLlmEmulator.start(EmulatorOptions.defaults().withCache(true).withFlush(Duration.ZERO))) {
            Client client = new Client(emulator);
            client.makeKey("");
            String first = Json.MAPPER.readTree(client.chat().body()).path("id").asText();
            String second =
                    Json.MAPPER.readTree(client.chat().body()).path("id").asText();

            assertThat(second).isEqualTo(first);
            assertThat(client.keyInfo().path("spend").asDouble()).isEqualTo(1.35e-05);
            assertThat(client.get("/spend/logs").body()).contains(first + "_cache_hit");
        }
    }
}
