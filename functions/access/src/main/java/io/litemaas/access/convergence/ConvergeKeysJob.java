package io.litemaas.access.convergence;

import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Tries again for the keys about which LiteLLM could not be asked, and looks again for those that must stay gone. */
@Singleton
class ConvergeKeysJob implements Job {
    private final KeyConvergence convergence;

    ConvergeKeysJob(KeyConvergence convergence) {
        this.convergence = convergence;
    }

    @Override
    public String name() {
        return "access.converge-keys";
    }

    @Override
    public boolean slice() {
        return convergence.convergeDue();
    }
}
