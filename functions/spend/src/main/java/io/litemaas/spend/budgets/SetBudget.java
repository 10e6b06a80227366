package io.litemaas.spend.budgets;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes a budget, or changes one; what follows from it for its keys holds at once. */
@ApplicationScoped
public class SetBudget {
    private final Room room;
    private final Once once;
    private final IdempotentRequest request;
    private final Caller caller;
    private final Settlement settlement;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    SetBudget(
            @DataSource("spend") Room room,
            Once once,
            IdempotentRequest request,
            Caller caller,
            Settlement settlement,
            RoomParts parts,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.once = once;
        this.request = request;
        this.caller = caller;
        this.settlement = settlement;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
    }

    @Funq("budgets/set")
    @Changes(role = Role.ADMIN, creates = Changes.Creation.THING)
    public BudgetState set(BudgetRequest wanted) {
        wanted.validate();
        return once.create(room, request.fingerprint(), BudgetState.class, handle -> set(handle, wanted));
    }

    private BudgetState set(Handle handle, BudgetRequest wanted) {
        UUID id = wanted.id().map(existing -> change(handle, wanted, existing)).orElseGet(() -> create(handle, wanted));
        BudgetState state = new BudgetDao(handle).state(id);
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "budget.set",
                id.toString(),
                Map.of("amount", state.amount(), "mode", state.mode(), "version", state.version()));
        return state;
    }

    private UUID create(Handle handle, BudgetRequest wanted) {
        UUID owner = new ScopeDao(handle)
                .owner(wanted.scope(), wanted.scopeId())
                .orElseThrow(() -> Problem.invalid(
                        HttpProblem.INVALID_REQUEST, List.of(new FieldError("scopeId", "is not known here"))));
        Budget budget = wanted.budget(ids.next(), owner);
        if (!new BudgetDao(handle).insert(budget, clock.instant())) {
            throw Problem.of(BudgetProblem.EXISTS, "Change the one that there is for this scope and period.");
        }
        settlement.settle(handle, budget, false);
        return budget.id();
    }

    private UUID change(Handle handle, BudgetRequest wanted, UUID id) {
        BudgetDao dao = new BudgetDao(handle);
        BudgetDao.LockedBudget locked =
                LockedVersion.of(dao, id, wanted.version().orElseThrow());
        Budget before = locked.budget();
        Budget budget = wanted.budget(id, before.ownerId());
        if (before.scope() != budget.scope()
                || !before.scopeId().equals(budget.scopeId())
                || before.period() != budget.period()) {
            throw Problem.of(BudgetProblem.SCOPE_FIXED, "Remove it, and make another for another scope or period.");
        }
        dao.update(budget, clock.instant());
        settlement.settle(handle, budget, locked.blocking());
        return id;
    }
}
