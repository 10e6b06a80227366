package io.litemaas.access.convergence;

import io.litemaas.litellm.LiteLlmException;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Compares all keys with LiteLLM's now. */
@ApplicationScoped
public class ReconcileKeys {
    private final Reconciliation reconciliation;
    private final KeyConvergence convergence;

    ReconcileKeys(Reconciliation reconciliation, KeyConvergence convergence) {
        this.reconciliation = reconciliation;
        this.convergence = convergence;
    }

    @Funq("keys/reconcile")
    @Changes(role = Role.ADMIN)
    public SyncRun run() {
        try {
            SyncRun run = reconciliation.run(() -> true);
            convergence.convergeAllDue();
            return run;
        } catch (LiteLlmException e) {
            throw e.problem();
        }
    }
}
