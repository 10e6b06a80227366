package io.litemaas.spend.budgets;

import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Notes, in the transaction that books, which budgets must be looked at. */
public final class DirtyBudgets {
    /** An advisory lock in SQL: shared while a booking marks, alone while a budget comes into being. */
    static final String MARKING = "hashtextextended('spend.dirty_budget', 0)";

    private DirtyBudgets() {}

    /** Marks the budgets that count what these attributions spend. */
    public static void mark(Handle handle, Collection<UUID> attributions) {
        handle.execute("select pg_advisory_xact_lock_shared(" + MARKING + ")");
        handle.createUpdate("""
                insert into spend.dirty_budget (budget_id)
                select distinct b.id
                from spend.attribution a
                join spend.budget b
                  on b.scope_id = case b.scope when 'key' then a.key_id when 'subscription' then a.subscription_id
                                  else a.owner_id end
                where a.id = any(:attributions) and b.removed_at is null
                """)
                .bindArray("attributions", UUID.class, attributions)
                .execute();
    }
}
