package io.litemaas.spend.budgets;

import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Works off the budgets that need it, each in a transaction of its own that holds the budget's row. */
@Singleton
class Sweep {
    private static final int SLICE = 50;

    private final Room room;
    private final Settlement settlement;
    private final Clock clock;

    Sweep(@DataSource("spend") Room room, Settlement settlement, Clock clock) {
        this.room = room;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Sweeps a bounded number of budgets. Returns whether there may be more. */
    boolean slice() {
        List<UUID> due = room.read(handle -> new SweepDao(handle).due(clock.instant(), SLICE));
        due.forEach(id -> room.useTransaction(handle -> sweep(handle, id)));
        return due.size() == SLICE;
    }

    /** Waits for another sweep of the same budget: what was booked meanwhile must not wait for the next minute. */
    private void sweep(Handle handle, UUID id) {
        new BudgetDao(handle)
                .lock(id)
                .ifPresentOrElse(
                        locked -> {
                            boolean dirty = new SweepDao(handle).clean(id);
                            if (dirty || locked.periodHasEnded(clock.instant())) {
                                settlement.settle(handle, locked.budget(), locked.blocking());
                            }
                        },
                        () -> new SweepDao(handle).clean(id));
    }
}
