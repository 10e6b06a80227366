package io.litemaas.spend.ledger;

import io.litemaas.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what the ledger put aside, the newest first. */
final class LedgerAsideDao {
    private final Handle handle;

    LedgerAsideDao(Handle handle) {
        this.handle = handle;
    }

    List<QuarantinedRow> quarantine(Optional<Long> after, int limit) {
        return handle.createQuery("""
                select number, source, reason, coalesce(call_id, '') as call_id, coalesce(request_id, '') as request_id,
                       key_hash, started_at, cost, received_at
                from spend.quarantine where number < :before order by number desc limit :limit
                """)
                .bind("before", after.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, context) -> quarantined(row))
                .list();
    }

    List<Discrepancy> discrepancies(Optional<Long> after, int limit) {
        return handle.createQuery("""
                select number, day, identity, source, cost, prompt_tokens, completion_tokens,
                       booked_cost, booked_prompt_tokens, booked_completion_tokens, found_at
                from spend.discrepancy where number < :before order by number desc limit :limit
                """)
                .bind("before", after.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, context) -> discrepancy(row))
                .list();
    }

    private static QuarantinedRow quarantined(ResultSet row) throws SQLException {
        return new QuarantinedRow(
                row.getLong("number"),
                row.getString("source"),
                row.getString("reason"),
                row.getString("call_id"),
                row.getString("request_id"),
                Optional.ofNullable(row.getString("key_hash")),
                Optional.ofNullable(row.getObject("started_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getBigDecimal("cost")).map(Money::usd),
                instant(row, "received_at"));
    }

    private static Discrepancy discrepancy(ResultSet row) throws SQLException {
        return new Discrepancy(
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                row.getObject("identity", UUID.class),
                row.getString("source"),
                Money.usd(row.getBigDecimal("cost")),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                Money.usd(row.getBigDecimal("booked_cost")),
                row.getLong("booked_prompt_tokens"),
                row.getLong("booked_completion_tokens"),
                instant(row, "found_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
