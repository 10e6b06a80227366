package io.litemaas.access.models;

import io.litemaas.access.room.AccessJob;
import io.litemaas.litellm.Deadlines;
import jakarta.inject.Singleton;

/** Reads LiteLLM's models when it is time. */
@Singleton
class SyncModelsJob implements AccessJob {
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
