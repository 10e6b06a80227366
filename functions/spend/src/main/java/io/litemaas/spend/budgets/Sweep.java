package io.litemaas.spend.budgets;

import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Works off the budgets that need it, each in a transaction of its own that holds the budget's row. */
@Singleton
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
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
        long swept = due.stream().filter(this::sweep).count();
        return due.size() == SLICE && swept > 0;
    }

    /** One budget that can't be swept must not keep the others from it. */
    private boolean sweep(UUID id) {
        try {
            room.useTransaction(handle -> sweep(handle, id));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The budget %s can't be swept; its keys stay as they are", id);
            return false;
        }
    }

    /** Waits for another sweep of the same budget: what was booked meanwhile must not wait for the next minute. */
    private void sweep(Handle handle, UUID id) {
        new BudgetDao(handle)
                .lock(id)
                .ifPresentOrElse(
                        locked -> {
                            boolean dirty = new SweepDao(handle).clean(id);
                            if (dirty || locked.periodHasEnded(clock.instant())) {
                                settlement.settleEnded(handle, locked.budget(), locked.changedAt());
                                settlement.settle(handle, locked.budget(), locked.blocking());
                            }
                        },
                        () -> new SweepDao(handle).clean(id));
    }
}
