package io.litemaas.spend.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Sums of our own days, and what came of comparing them. */
final class DayCheckDao {
    private final Handle handle;

    DayCheckDao(Handle handle) {
        this.handle = handle;
    }

    /** What a day's pulled requests cost: the roll-ups without the few that were only pushed so far. */
    BigDecimal pulledCost(LocalDate day) {
        return handle.createQuery("""
                select coalesce((select sum(cost) from spend.ledger_entry where bucket >= :from and bucket < :to), 0)
                     - coalesce((select sum(cost) from spend.fact where day = :day and not pulled), 0)
                """)
                .bind("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("to", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("day", day)
                .mapTo(BigDecimal.class)
                .one();
    }

    void keep(DayCheck check, Instant now) {
        handle.createUpdate("""
                insert into spend.day_check (day, ours, theirs_before, theirs_after, tolerance, drift, checked_at)
                values (:day, :ours, :before, :after, :tolerance, :drift, :now)
                on conflict (day) do update
                  set ours = excluded.ours, theirs_before = excluded.theirs_before, theirs_after = excluded.theirs_after,
                      tolerance = excluded.tolerance, drift = excluded.drift, checked_at = excluded.checked_at
                """)
                .bind("day", check.day())
                .bind("ours", check.ours())
                .bind("before", check.before())
                .bind("after", check.after())
                .bind("tolerance", check.tolerance())
                .bind("drift", check.drift())
                .bind("now", now)
                .execute();
    }
}
