package io.litemaas.access.models;

import io.litemaas.litellm.Deadlines;
import io.litemaas.platform.job.Job;
import jakarta.inject.Singleton;

/** Reads LiteLLM's models when it is time. */
@Singleton
class SyncModelsJob implements Job {
    private final ModelSync sync;
    private final Deadlines deadlines;

    SyncModelsJob(ModelSync sync, Deadlines deadlines) {
        this.sync = sync;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "access.sync-models";
    }

    @Override
    public boolean slice() {
        sync.sync(deadlines.start());
        return false;
    }
}
