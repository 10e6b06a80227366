package io.litemaas.alerts.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTest {
    private static final UUID ID = UUID.nameUUIDFromBytes(new byte[] {1});

    @Test
    void says_what_is_spent_and_what_follows() {
        Crossing crossing = crossing("8.1", true, Optional.of(Instant.parse("2026-11-30T18:15:00Z")));

        assertThat(crossing.title()).isEqualTo("The budget of the key notebook is at 80 %");
        assertThat(crossing.text())
                .isEqualTo("8.10 USD of 10.00 USD are spent. Its keys will be stopped at 100 %."
                        + " A new period begins on 1 December 2026, 00:00 Asia/Kathmandu.");
    }

    @Test
    void says_that_keys_are_stopped() {
        assertThat(crossing("10.00", true, Optional.empty()).text())
                .isEqualTo("10.00 USD of 10.00 USD are spent. Its keys are stopped until there is room again.");
    }

    @Test
    void says_that_calls_go_on_and_does_not_drown_people_in_digits() {
        assertThat(crossing("0.00042239999999999999", false, Optional.empty()).text())
                .isEqualTo("0.0004224 USD of 10.00 USD are spent. Calls go on.");
        assertThat(crossing("1234567", false, Optional.empty()).text()).startsWith("1234567.00 USD of");
    }

    @ParameterizedTest
    @CsvSource({"12345.67, 12345.67", "12345.675, 12345.68", "0.1, 0.10", "0, 0.00", "1.2345678, 1.23457"})
    void rounds_no_cent_away(String spent, String said) {
        assertThat(crossing(spent, false, Optional.empty()).text()).startsWith(said + " USD of");
    }

    @Test
    void says_that_the_period_was_over_when_it_came_to_be_known() {
        assertThat(crossing("10", true, Optional.of(Instant.parse("2026-11-30T18:15:00Z")), true, true)
                        .text())
                .isEqualTo("10.00 USD of 10.00 USD were spent in the period that ended on 1 December 2026, 00:00"
                        + " Asia/Kathmandu. This came to be known later; no key is stopped for it.");
    }

    @Test
    void promises_nothing_of_a_period_that_has_ended_by_now() {
        assertThat(crossing("10", true, Optional.of(Instant.parse("2026-11-30T18:15:00Z")), false, true)
                        .text())
                .isEqualTo("10.00 USD of 10.00 USD were spent in the period that ended on 1 December 2026, 00:00"
                        + " Asia/Kathmandu. This message could not be brought earlier.");
    }

    private static Crossing crossing(String spent, boolean blocks, Optional<Instant> end) {
        return crossing(spent, blocks, end, false, false);
    }

    private static Crossing crossing(String spent, boolean blocks, Optional<Instant> end, boolean late, boolean over) {
        return new Crossing(
                ID,
                "key",
                Optional.of("notebook"),
                ID,
                80,
                BigDecimal.TEN,
                "USD",
                new BigDecimal(spent),
                blocks,
                ZoneId.of("Asia/Kathmandu"),
                Instant.EPOCH,
                end,
                late,
                over);
    }
}
