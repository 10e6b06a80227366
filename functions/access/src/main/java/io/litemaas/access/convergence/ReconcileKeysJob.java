package io.litemaas.access.convergence;

import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Compares all keys when it is time, and heals what it found. */
@Singleton
class ReconcileKeysJob implements Job {
    private final Reconciliation reconciliation;
    private final KeyConvergence convergence;

    ReconcileKeysJob(Reconciliation reconciliation, KeyConvergence convergence) {
        this.reconciliation = reconciliation;
        this.convergence = convergence;
    }

    @Override
    public String name() {
        return "access.reconcile-keys";
    }

    @Override
    public boolean slice() {
        reconciliation.run();
        convergence.convergeAllDue();
        return false;
    }
}
