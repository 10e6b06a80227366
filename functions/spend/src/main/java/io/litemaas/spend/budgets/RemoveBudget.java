package io.litemaas.spend.budgets;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Removes a budget; keys that only it stopped go on. */
@ApplicationScoped
public class RemoveBudget {
    private final Room room;
    private final Caller caller;
    private final Settlement settlement;
    private final Audit audit;
    private final Clock clock;

    RemoveBudget(@DataSource("spend") Room room, Caller caller, Settlement settlement, RoomParts parts, Clock clock) {
        this.room = room;
        this.caller = caller;
        this.settlement = settlement;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("budgets/remove")
    @Changes(role = Role.ADMIN)
    public void remove(@Valid Removal removal) {
        room.useTransaction(handle -> remove(handle, removal));
    }

    private void remove(Handle handle, Removal removal) {
        BudgetDao dao = new BudgetDao(handle);
        BudgetDao.LockedBudget locked = LockedVersion.of(dao, removal.id(), removal.version());
        dao.remove(removal.id(), clock.instant());
        if (locked.blocking()) {
            settlement.announceAllowance(handle, locked.budget(), true);
        }
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "budget.removed",
                removal.id().toString(),
                Map.of("version", removal.version()));
    }

    /**
     * Which budget.
     *
     * @param version that the removal is based on
     */
    public record Removal(@NotNull UUID id, int version) {}
}
