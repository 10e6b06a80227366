package io.litemaas.spend.budgets;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists the caller's budgets; for admins, all. */
@ApplicationScoped
public class ListBudgets {
    private final Room room;
    private final Caller caller;

    ListBudgets(@DataSource("spend") Room room, Caller caller) {
        this.room = room;
        this.caller = caller;
    }

    @Funq("budgets/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Page<BudgetState> list(@Valid PageQuery query) {
        Optional<UUID> owner =
                caller.principal().has(Role.ADMIN_READONLY) ? Optional.empty() : Optional.of(caller.userId());
        List<BudgetState> budgets =
                room.read(handle -> new BudgetDao(handle).page(owner, query.after(), query.getLimit() + 1));
        return Page.of(budgets, query.getLimit(), BudgetState::id);
    }
}
