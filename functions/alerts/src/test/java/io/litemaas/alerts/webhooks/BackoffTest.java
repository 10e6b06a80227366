package io.litemaas.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "10, PT4H16M", "11, PT6H", "12, PT6H", "2000000000, PT6H"})
    void waits_twice_as_long_each_time_up_to_six_hours(int attempts, Duration wait) {
        assertThat(Backoff.after(attempts)).isEqualTo(wait);
    }

    @Test
    void there_is_no_attempt_after_the_end() {
        assertThat(attempt(1, NOW.plusSeconds(30)).next(NOW)).hasValue(NOW.plusSeconds(30));
        assertThat(attempt(1, NOW.plusSeconds(29)).next(NOW)).isEqualTo(Optional.empty());
    }

    private static Attempt attempt(int number, Instant giveUpAt) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        return new Attempt(id, id, id, "", "", new Sealed("", new byte[0], new byte[0]), number, giveUpAt);
    }
}
