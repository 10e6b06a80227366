package io.litemaas.spend.budgets;

import io.litemaas.platform.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements of {@code spend.budget}. */
final class BudgetDao {
    private static final String STATE = """
            select b.*, coalesce(k.name, s.name, p.username) as name
            from spend.budget b
            left join access.published_key k on b.scope = 'key' and k.key_id = b.scope_id
            left join access.published_subscription s on b.scope = 'subscription' and s.subscription_id = b.scope_id
            left join identity.published_principal p on b.scope = 'user' and p.user_id = b.scope_id
            """;

    private final Handle handle;

    BudgetDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * False where there is one of the same scope and period. Until the transaction ends no booking can pass by the new
     * budget, which it does not see: those under way are waited for, others wait.
     */
    boolean insert(Budget budget, Instant now) {
        handle.execute("select pg_advisory_xact_lock(" + DirtyBudgets.MARKING + ")");
        Recurrence.Period period = budget.periodAt(now);
        return 1
                == bound(budget, handle.createUpdate("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds,
                                          mode, created_at, changed_at, period_start, period_end, spent, swept_at)
                values (:id, :scope, :scopeId, :ownerId, :amount, 'USD', :period, :zone, :thresholds,
                        :mode, :now, :now, :start, :end, 0, :now)
                on conflict (scope, scope_id, period) where removed_at is null do nothing
                """))
                        .bind("scope", budget.scope().word())
                        .bind("scopeId", budget.scopeId())
                        .bind("ownerId", budget.ownerId())
                        .bind("start", period.start())
                        .bindByType("end", period.end().orElse(null), Instant.class)
                        .bind("now", now)
                        .execute();
    }

    /** Changes it, and leaves it not blocking: who calls this settles it at once. */
    void update(Budget budget, Instant now) {
        bound(budget, handle.createUpdate("""
                update spend.budget
                set amount = :amount, period = :period, time_zone = :zone, thresholds = :thresholds, mode = :mode,
                    version = version + 1, changed_at = :now, blocking = false
                where id = :id
                """)).bind("now", now).execute();
    }

    void remove(UUID id, Instant now) {
        handle.createUpdate("""
                update spend.budget
                set removed_at = :now, changed_at = :now, version = version + 1, blocking = false where id = :id
                """).bind("id", id).bind("now", now).execute();
    }

    /**
     * The budget, which nobody else changes or settles until the transaction ends. Bookings may mark it meanwhile: a mark
     * refers to its key only, and a push must not wait for a sweep.
     */
    Optional<LockedBudget> lock(UUID id) {
        return handle.createQuery("""
                select * from spend.budget where id = :id and removed_at is null for no key update
                """)
                .bind("id", id)
                .map((row, context) -> new LockedBudget(
                        budget(row),
                        row.getInt("version"),
                        row.getBoolean("blocking"),
                        end(row),
                        instant(row, "changed_at").orElseThrow()))
                .findOne();
    }

    void settled(UUID id, Recurrence.Period period, BigDecimal spent, boolean blocking, Instant now) {
        handle.createUpdate("""
                update spend.budget
                set period_start = :start, period_end = :end, spent = :spent, blocking = :blocking, swept_at = :now
                where id = :id
                """)
                .bind("id", id)
                .bind("start", period.start())
                .bindByType("end", period.end().orElse(null), Instant.class)
                .bind("spent", spent)
                .bind("blocking", blocking)
                .bind("now", now)
                .execute();
    }

    BudgetState state(UUID id) {
        return handle.createQuery(STATE + " where b.id = :id")
                .bind("id", id)
                .map((row, context) -> state(row))
                .one();
    }

    /** Those of one owner, or of all. */
    List<BudgetState> page(Optional<UUID> owner, Optional<UUID> after, int most) {
        return handle.createQuery(STATE + """
                where b.removed_at is null and (:everybody or b.owner_id = :owner) and (:first or b.id > :after)
                order by b.id limit :most
                """)
                .bind("everybody", owner.isEmpty())
                .bindByType("owner", owner.orElse(null), UUID.class)
                .bind("first", after.isEmpty())
                .bindByType("after", after.orElse(null), UUID.class)
                .bind("most", most)
                .map((row, context) -> state(row))
                .list();
    }

    private <T extends SqlStatement<T>> T bound(Budget budget, T statement) {
        return statement
                .bind("id", budget.id())
                .bind("amount", budget.amount())
                .bind("period", budget.period().word())
                .bind("zone", budget.zone().getId())
                .bindArray("thresholds", Integer.class, budget.thresholds())
                .bind("mode", budget.mode().word());
    }

    private static Budget budget(ResultSet row) throws SQLException {
        return new Budget(
                row.getObject("id", UUID.class),
                Scope.valueOf(upper(row, "scope")),
                row.getObject("scope_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getBigDecimal("amount"),
                Recurrence.valueOf(upper(row, "period")),
                ZoneId.of(row.getString("time_zone")),
                Arrays.asList((Integer[]) row.getArray("thresholds").getArray()),
                Mode.valueOf(upper(row, "mode")));
    }

    private static BudgetState state(ResultSet row) throws SQLException {
        Budget budget = budget(row);
        return new BudgetState(
                budget.id(),
                budget.scope(),
                budget.scopeId(),
                Optional.ofNullable(row.getString("name")),
                budget.ownerId(),
                Money.usd(budget.amount()),
                budget.period(),
                budget.zone().getId(),
                budget.thresholds(),
                budget.mode(),
                row.getInt("version"),
                instant(row, "period_start").orElseThrow(),
                end(row),
                Money.usd(row.getBigDecimal("spent")),
                row.getBoolean("blocking"),
                instant(row, "swept_at").orElseThrow());
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(java.util.Locale.ROOT);
    }

    private static Optional<Instant> end(ResultSet row) throws SQLException {
        return instant(row, "period_end");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * A budget whose row is locked.
     *
     * @param blocking what was decided last
     * @param periodEnd of the period that it was decided for
     * @param changedAt when somebody made it what it is
     */
    record LockedBudget(Budget budget, int version, boolean blocking, Optional<Instant> periodEnd, Instant changedAt) {
        boolean periodHasEnded(Instant now) {
            return periodEnd.map(end -> !end.isAfter(now)).orElse(false);
        }
    }
}
