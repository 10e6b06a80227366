package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCheckTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @CsvSource({
        "10, 10, 10, 0",
        "10, 9, 11, 0",
        "8.5, 9, 11, -0.5",
        "11.5, 9, 11, 0.5",
        // a thousand additions of doubles may be off by 1000 * 2^-52 * 10
        "10.000000000002, 10, 10, 0",
        "10.000000000003, 10, 10, 0.000000000003",
        "0.0000001, 0, 0, 0.0000001"
    })
    void allows_what_moved_while_the_log_was_read_and_what_doubles_lose(
            BigDecimal ours, BigDecimal before, BigDecimal after, BigDecimal drift) {
        assertThat(new DayCheck(DAY, ours, before, after, 1000).drift()).isEqualByComparingTo(drift);
    }

    @Test
    void sums_of_recorded_costs_lie_within_the_tolerance() {
        double theirs = 0;
        BigDecimal ours = BigDecimal.ZERO;
        for (int i = 0; i < 10_000; i++) {
            double cost = 1.35e-05 * (i % 7 + 1);
            theirs += cost;
            ours = ours.add(new BigDecimal(Double.toString(cost)));
        }

        DayCheck check = new DayCheck(DAY, ours, new BigDecimal(theirs), new BigDecimal(theirs), 10_000);

        assertThat(ours).isNotEqualByComparingTo(new BigDecimal(theirs));
        assertThat(check.isWithinTolerance()).isTrue();
    }

    @Test
    void a_pull_begins_with_a_whole_day_overlaps_and_goes_on_where_one_stopped() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        Duration overlap = Duration.ofMinutes(10);
        Optional<Instant> pulled = Optional.of(now.minusSeconds(60));

        assertThat(new LedgerProgress(Optional.empty(), Optional.empty(), Optional.empty()).next(now, overlap))
                .isEqualTo(new PullWindow(Instant.parse("2026-11-23T00:00:00Z"), now));
        assertThat(new LedgerProgress(pulled, Optional.empty(), Optional.empty()).next(now, overlap))
                .isEqualTo(new PullWindow(now.minusSeconds(660), now));
        assertThat(new LedgerProgress(pulled, Optional.of(now.minusSeconds(30)), Optional.empty()).next(now, overlap))
                .isEqualTo(new PullWindow(now.minusSeconds(30), now));
    }

    @Test
    void compares_all_days_since_the_last_success_within_a_month() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        PullWindow window = new PullWindow(now.minusSeconds(60), now);

        assertThat(firstDay("2026-11-22T23:00:00Z", window)).isEqualTo(LocalDate.parse("2026-11-22"));
        assertThat(firstDay("2026-11-24T11:00:00Z", window)).isEqualTo(DAY);
        assertThat(firstDay("2026-01-01T00:00:00Z", window)).isEqualTo(LocalDate.parse("2026-10-25"));
    }

    private static LocalDate firstDay(String completeUntil, PullWindow window) {
        return new LedgerProgress(Optional.empty(), Optional.empty(), Optional.of(Instant.parse(completeUntil)))
                .firstDayToCheck(window);
    }
}
