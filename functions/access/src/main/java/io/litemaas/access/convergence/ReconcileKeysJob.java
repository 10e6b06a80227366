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
        return slice(() -> true);
    }

    @Override
    public boolean slice(Lease lease) {
        reconciliation.run(lease);
        convergence.convergeAllDue();
        return false;
    }
}
