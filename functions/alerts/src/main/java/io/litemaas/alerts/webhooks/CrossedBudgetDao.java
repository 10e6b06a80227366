package io.litemaas.alerts.webhooks;

import io.litemaas.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what spend publishes. */
final class CrossedBudgetDao {
    private final Handle handle;

    CrossedBudgetDao(Handle handle) {
        this.handle = handle;
    }

    Optional<CrossedBudget> find(UUID crossingId) {
        return handle.createQuery("""
                select crossing_id, budget_id, scope, scope_id, scope_name, owner_id, threshold, amount, currency, spent,
                       mode, period, time_zone, period_start, period_end, crossed_at
                from spend.published_crossing where crossing_id = :id
                """)
                .bind("id", crossingId)
                .map((row, context) -> crossed(row))
                .findOne();
    }

    private static CrossedBudget crossed(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new CrossedBudget(
                row.getObject("crossing_id", UUID.class),
                row.getObject("budget_id", UUID.class),
                row.getString("scope"),
                row.getObject("scope_id", UUID.class),
                Optional.ofNullable(row.getString("scope_name")),
                row.getObject("owner_id", UUID.class),
                row.getInt("threshold"),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("spent"), currency),
                row.getString("mode"),
                row.getString("period"),
                row.getString("time_zone"),
                row.getObject("period_start", OffsetDateTime.class).toInstant(),
                instant(row.getObject("period_end", OffsetDateTime.class)),
                row.getObject("crossed_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> instant(OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
