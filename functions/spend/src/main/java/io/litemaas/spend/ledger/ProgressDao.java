package io.litemaas.spend.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one row of {@code spend.ledger_progress}. */
final class ProgressDao {
    private final Handle handle;

    ProgressDao(Handle handle) {
        this.handle = handle;
    }

    LedgerProgress read() {
        return handle.createQuery("select pulled_until, reached, complete_until from spend.ledger_progress")
                .map((row, context) -> new LedgerProgress(
                        instant(row.getObject("pulled_until", OffsetDateTime.class)),
                        instant(row.getObject("reached", OffsetDateTime.class)),
                        instant(row.getObject("complete_until", OffsetDateTime.class))))
                .one();
    }

    void finished(Instant until) {
        handle.createUpdate("""
                update spend.ledger_progress set pulled_until = greatest(pulled_until, :until), reached = null, refused_at = null
                """).bind("until", until).execute();
    }

    void reached(Instant until) {
        handle.createUpdate("update spend.ledger_progress set reached = :until, refused_at = null")
                .bind("until", until)
                .execute();
    }

    void complete(Instant until) {
        handle.createUpdate("""
                update spend.ledger_progress set complete_until = greatest(complete_until, :until)
                """).bind("until", until).execute();
    }

    /** Has the next pull begin with that day, unless it was so within the last hour. */
    void readAgain(LocalDate day, Instant now) {
        handle.createUpdate("""
                update spend.ledger_progress set reached = :from, read_again_at = :now
                where reached is null
                  and (read_again_at is null or read_again_at <= cast(:now as timestamptz) - interval '1 hour')
                """)
                .bind("from", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind("now", now)
                .execute();
    }

    void refused(Instant now) {
        handle.createUpdate("update spend.ledger_progress set refused_at = :now")
                .bind("now", now)
                .execute();
    }

    /** Notes that something was pushed, once between two pulls, and now and then: all pushes share this row. */
    void pushed(Instant now) {
        handle.createUpdate("""
                update spend.ledger_progress set pushed_at = :now
                where pushed_at is null or pushed_at <= pulled_until or pushed_at <= cast(:now as timestamptz) - interval '1 hour'
                """).bind("now", now).execute();
    }

    /** Notes a ring; false where it rang after that time already. */
    boolean ring(Instant now, Instant before) {
        return 1
                == handle.createUpdate("""
                update spend.ledger_progress set rung_at = :now where rung_at is null or rung_at <= :before
                """)
                        .bind("now", now)
                        .bind("before", before)
                        .execute();
    }

    private static Optional<Instant> instant(OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
