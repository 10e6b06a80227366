package io.litemaas.spend.budgets;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.id.Ids;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes a budget's record agree with the ledger: what is spent, what was crossed, whether its keys may go on. */
@Singleton
class Settlement {
    /** Says that a threshold was crossed; the subject is the crossing's id. */
    static final String CROSSED = "io.litemaas.budget.crossed.v1";
    /** Says that a key may, or may not any more; the subject is the key's id. */
    static final String ALLOWANCE_CHANGED = "io.litemaas.allowance.changed.v1";

    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    Settlement(@DataSource("spend") Outbox outbox, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** Settles a budget whose row is locked; {@code wasBlocking} is what its keys know. */
    void settle(Handle handle, Budget budget, boolean wasBlocking) {
        Instant now = clock.instant();
        Recurrence.Period period = budget.periodAt(now);
        BigDecimal spent = new SweepDao(handle).spent(budget, period);
        cross(handle, budget, period, spent, now);
        boolean blocking = budget.blocksAt(spent);
        new BudgetDao(handle).settled(budget.id(), period, spent, blocking, now);
        if (blocking != wasBlocking) {
            announceAllowance(handle, budget, !blocking);
        }
    }

    /** What spend that came late has crossed in the period before is told, too; it stops nobody any more. */
    void settleEnded(Handle handle, Budget budget, Instant changedAt) {
        Instant now = clock.instant();
        budget.endedLately(now, changedAt)
                .ifPresent(ended -> cross(handle, budget, ended, new SweepDao(handle).spent(budget, ended), now));
    }

    /** Tells access to look at what each of the budget's keys may now. */
    void announceAllowance(Handle handle, Budget budget, boolean room) {
        new ScopeDao(handle)
                .keys(budget.scope(), budget.scopeId())
                .forEach(key -> outbox.announce(
                        handle, ALLOWANCE_CHANGED, key.toString(), Map.of("budgetId", budget.id(), "room", room)));
    }

    private void cross(Handle handle, Budget budget, Recurrence.Period period, BigDecimal spent, Instant now) {
        for (int threshold : budget.crossedBy(spent)) {
            cross(handle, budget, period, threshold, spent, now);
        }
    }

    private void cross(
            Handle handle, Budget budget, Recurrence.Period period, int threshold, BigDecimal spent, Instant now) {
        new SweepDao(handle)
                .cross(ids.next(), budget, period, threshold, spent, now)
                .ifPresent(id -> outbox.announce(
                        handle,
                        CROSSED,
                        id.toString(),
                        Map.of(
                                "budgetId", budget.id(),
                                "scope", budget.scope(),
                                "scopeId", budget.scopeId(),
                                "periodStart", period.start(),
                                "threshold", threshold,
                                "amount", budget.amount().toPlainString(),
                                "spent", spent.toPlainString(),
                                "currency", "USD")));
    }
}
