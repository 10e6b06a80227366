package io.litemaas.spend.budgets;

import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Sweeps each minute what no event led to: ended periods, and what an event was lost for. */
@Singleton
class SweepBudgetsJob implements Job {
    private final Sweep sweep;

    SweepBudgetsJob(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public String name() {
        return "spend.sweep-budgets";
    }

    @Override
    public boolean slice() {
        return sweep.slice();
    }
}
