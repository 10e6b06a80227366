package io.litemaas.access.users;

import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Tries again for the users about whom LiteLLM could not be asked. */
@Singleton
class ConvergeUsersJob implements Job {
    private final UserConvergence convergence;

    ConvergeUsersJob(UserConvergence convergence) {
        this.convergence = convergence;
    }

    @Override
    public String name() {
        return "access.converge-users";
    }

    @Override
    public boolean slice() {
        return convergence.convergeDue();
    }
}
