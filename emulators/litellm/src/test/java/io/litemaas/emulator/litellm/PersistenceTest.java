package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
    @TempDir
    private Path folder;

    @Test
    void keeps_keys_and_spend_over_a_restart() throws IOException {
        EmulatorOptions options = EmulatorOptions.defaults().withData(folder).withFlush(Duration.ZERO);
        List<LiveKey> before;
        try (LiteLlmEmulator first = LiteLlmEmulator.start(options)) {
            Client client = new Client(first);
            client.makeKey(",\"metadata\":{\"note\":\"\u00e9\"}");
            client.chat();
            before = first.keys();
        }

        try (LiteLlmEmulator second = LiteLlmEmulator.start(options)) {
            Client client = new Client(second);
            assertThat(second.keys()).isEqualTo(before);
            assertThat(client.get("/key/info?key=" + Client.KEY).body()).contains("\"spend\":1.35e-05");
            assertThat(client.keyInfo().path("metadata").path("note").asText()).isEqualTo("\u00e9");
            assertThat(client.chat().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void never_writes_a_key_in_clear() throws IOException {
        try (LiteLlmEmulator emulator =
                LiteLlmEmulator.start(EmulatorOptions.defaults().withData(folder))) {
            new Client(emulator).makeKey("");

            assertThat(Files.readString(folder.resolve("litellm.json")))
                    .contains(Ids.sha256(Client.KEY))
                    .doesNotContain(Client.KEY);
        }
    }
}
