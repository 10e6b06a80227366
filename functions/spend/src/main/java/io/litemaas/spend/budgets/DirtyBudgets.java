package io.litemaas.spend.budgets;

import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Notes, in the transaction that books, which budgets must be looked at. */
public final class DirtyBudgets {
    private DirtyBudgets() {}

    /** Marks the budgets that count what these attributions spend. */
    public static void mark(Handle handle, Collection<UUID> attributions) {
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
