package io.litemaas.spend.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        // Kathmandu is 5:45 ahead
        "DAY, Asia/Kathmandu, 2026-11-24T18:14:59.999Z, 2026-11-23T18:15:00Z, 2026-11-24T18:15:00Z",
        "DAY, Asia/Kathmandu, 2026-11-24T18:15:00Z, 2026-11-24T18:15:00Z, 2026-11-25T18:15:00Z",
        "MONTH, Asia/Kathmandu, 2026-11-30T18:15:00Z, 2026-11-30T18:15:00Z, 2026-12-31T18:15:00Z",
        "MONTH, UTC, 2026-11-30T23:59:59Z, 2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "WEEK, UTC, 2026-11-29T23:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
        "WEEK, UTC, 2026-11-30T00:00:00Z, 2026-11-30T00:00:00Z, 2026-12-07T00:00:00Z",
        // days of 23 and 25 hours
        "DAY, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "DAY, Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z"
    })
    void follows_the_calendar_of_its_time_zone(
            Recurrence recurrence, String zone, Instant moment, Instant start, Instant end) {
        assertThat(recurrence.at(moment, ZoneId.of(zone))).isEqualTo(new Recurrence.Period(start, Optional.of(end)));
    }

    @Test
    void never_ends_where_all_counts() {
        assertThat(Recurrence.TOTAL.at(Instant.parse("2026-11-24T00:00:00Z"), ZoneId.of("UTC")))
                .isEqualTo(new Recurrence.Period(Instant.EPOCH, Optional.empty()));
    }
}
