package io.litemaas.emulator.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void answers_as_the_real_proxy_did() throws IOException {
        try (Replay replay = new Replay()) {
            replay.run();
            System.out.println("Recordings replayed: " + replay.replayed() + ", skipped: " + replay.skippedCount());
            assertThat(replay.unknownSkips()).as("skips of no recording").isEmpty();
            assertThat(replay.failures()).as("recordings answered otherwise").isEmpty();
            assertThat(replay.needlesslySkipped())
                    .as("recordings that are skipped and would pass")
                    .isEmpty();
        }
    }
}
