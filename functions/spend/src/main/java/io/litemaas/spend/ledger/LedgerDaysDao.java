package io.litemaas.spend.ledger;

import io.litemaas.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts days of the ledger. */
final class LedgerDaysDao {
    private final Handle handle;

    LedgerDaysDao(Handle handle) {
        this.handle = handle;
    }

    /** The days, the newest first, those without requests too. */
    List<LedgerDays.Day> days(DaysQuery.Days days) {
        return handle.createQuery("""
                select d.day, f.pushed_only, f.pulled_only, f.both_seen, q.quarantined, x.discrepancies, r.rejected_calls,
                       c.ours, c.theirs_after, c.tolerance, c.drift, c.checked_at
                from (select cast(day as date) as day
                      from generate_series(cast(:first as date), cast(:last as date), interval '1 day') day) d
                cross join lateral (
                  select count(*) filter (where not pulled) as pushed_only, count(*) filter (where not pushed) as pulled_only,
                         count(*) filter (where pushed and pulled) as both_seen
                  from spend.fact where day = d.day
                ) f
                cross join lateral (
                  select count(*) as quarantined from spend.quarantine
                  where received_at >= d.day at time zone 'UTC' and received_at < (d.day + 1) at time zone 'UTC'
                ) q
                cross join lateral (select count(*) as discrepancies from spend.discrepancy where day = d.day) x
                cross join lateral (
                  select coalesce(sum(calls), 0)::bigint as rejected_calls from spend.rejected_call where day = d.day
                ) r
                left join spend.day_check c on c.day = d.day
                order by d.day desc
                """)
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, context) -> day(row))
                .list();
    }

    private static LedgerDays.Day day(ResultSet row) throws SQLException {
        return new LedgerDays.Day(
                row.getObject("day", LocalDate.class),
                row.getLong("pushed_only"),
                row.getLong("pulled_only"),
                row.getLong("both_seen"),
                row.getLong("quarantined"),
                row.getLong("discrepancies"),
                row.getLong("rejected_calls"),
                check(row));
    }

    /** Exactly, it is a sum times 2⁻⁵²: more digits than an amount has. */
    private static BigDecimal rounded(BigDecimal tolerance) {
        return tolerance.setScale(Math.min(tolerance.scale(), Money.MOST_DECIMALS), RoundingMode.UP);
    }

    private static Optional<LedgerDays.Check> check(ResultSet row) throws SQLException {
        BigDecimal ours = row.getBigDecimal("ours");
        if (ours == null) {
            return Optional.empty();
        }
        return Optional.of(new LedgerDays.Check(
                Money.usd(ours),
                Money.usd(row.getBigDecimal("theirs_after")),
                Money.usd(rounded(row.getBigDecimal("tolerance"))),
                Money.usd(row.getBigDecimal("drift")),
                row.getObject("checked_at", OffsetDateTime.class).toInstant()));
    }
}
