package io.litemaas.spend.budgets;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the sweep reads and records. */
final class SweepDao {
    private final Handle handle;

    SweepDao(Handle handle) {
        this.handle = handle;
    }

    /** Budgets that a booking touched, or whose period has ended. */
    List<UUID> due(Instant now, int most) {
        return handle.createQuery("""
                select budget_id from spend.dirty_budget
                union
                select id from spend.budget where removed_at is null and period_end <= :now
                limit :most
                """)
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    /** Whether there were marks. What is booked from now on leaves new ones. */
    boolean clean(UUID budgetId) {
        return 0
                < handle.createUpdate("delete from spend.dirty_budget where budget_id = :id")
                        .bind("id", budgetId)
                        .execute();
    }

    BigDecimal spent(Budget budget, Recurrence.Period period) {
        String column = switch (budget.scope()) {
            case USER -> "owner_id";
            case SUBSCRIPTION -> "subscription_id";
            case KEY -> "key_id";
        };
        return handle.createQuery("select coalesce(sum(e.cost), 0) from spend.attribution a"
                        + " join spend.ledger_entry e on e.attribution_id = a.id where a." + column + """
                 = :scopeId and e.bucket >= :start and (:endless or e.bucket < :end)
                """)
                .bind("scopeId", budget.scopeId())
                .bind("start", period.start())
                .bind("endless", period.end().isEmpty())
                .bindByType("end", period.end().orElse(null), Instant.class)
                .mapTo(BigDecimal.class)
                .one();
    }

    /** The id, unless this was recorded before: then it was told before. */
    Optional<UUID> cross(
            UUID id, Budget budget, Recurrence.Period period, int threshold, BigDecimal spent, Instant now) {
        return handle.createQuery("""
                insert into spend.budget_crossing
                  (id, budget_id, period_start, period_end, threshold, amount, spent, mode, crossed_at)
                values (:id, :budgetId, :start, :end, :threshold, :amount, :spent, :mode, :now)
                on conflict (budget_id, period_start, threshold, amount) do nothing
                returning id
                """)
                .bind("id", id)
                .bind("budgetId", budget.id())
                .bind("start", period.start())
                .bindByType("end", period.end().orElse(null), Instant.class)
                .bind("threshold", threshold)
                .bind("amount", budget.amount())
                .bind("spent", spent)
                .bind("mode", budget.mode().word())
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }
}
