package io.litemaas.spend.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How far the pull has come.
 *
 * @param pulledUntil the end of the last window that was read to its end
 * @param reached how far a window has come that did not fit into one go
 * @param completeUntil until when the ledger was found complete
 */
record LedgerProgress(Optional<Instant> pulledUntil, Optional<Instant> reached, Optional<Instant> completeUntil) {
    private static final int MOST_DAYS_TO_CHECK = 31;

    /** What to read next: it overlaps with what was read, and the first one begins with a whole day. */
    PullWindow next(Instant now, Duration overlap) {
        Instant from = reached.or(() -> pulledUntil.map(until -> until.minus(overlap)))
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .minusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        return new PullWindow(from.isAfter(now) ? now : from, now);
    }

    /** The first day to compare when that window was read: all since the last success, within reason. */
    LocalDate firstDayToCheck(PullWindow window) {
        LocalDate oldest = window.lastDay().minusDays(MOST_DAYS_TO_CHECK - 1L);
        LocalDate first = completeUntil
                .map(until -> LocalDate.ofInstant(until, ZoneOffset.UTC))
                .filter(day -> day.isBefore(window.firstDay()))
                .orElse(window.firstDay());
        return first.isBefore(oldest) ? oldest : first;
    }
}
