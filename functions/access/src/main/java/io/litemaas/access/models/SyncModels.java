package io.litemaas.access.models;

import io.litemaas.access.convergence.SyncRun;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads LiteLLM's models now. */
@ApplicationScoped
public class SyncModels {
    private final ModelSync sync;
    private final Deadlines deadlines;

    SyncModels(ModelSync sync, Deadlines deadlines) {
        this.sync = sync;
        this.deadlines = deadlines;
    }

    @Funq("models/sync")
    @Changes(role = Role.ADMIN)
    public SyncRun run() {
        try {
            return sync.sync(deadlines.start());
        } catch (LiteLlmException e) {
            throw e.problem();
        }
    }
}
