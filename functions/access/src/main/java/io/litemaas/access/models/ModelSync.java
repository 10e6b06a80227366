package io.litemaas.access.models;

import io.litemaas.access.convergence.Brake;
import io.litemaas.access.convergence.Refusals;
import io.litemaas.access.convergence.SyncRun;
import io.litemaas.access.convergence.SyncRuns;
import io.litemaas.access.room.Fleet;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmModels;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the catalogue to what LiteLLM lists. A listing that suddenly shrank is not believed. */
@Singleton
class ModelSync {
    private static final String CATALOGUE = "models";

    private final Room room;
    private final LiteLlmModels models;
    private final Fleet fleet;
    private final SyncRuns runs;
    private final Refusals refusals;
    private final Clock clock;

    ModelSync(
            @DataSource("access") Room room,
            LiteLlmModels models,
            Fleet fleet,
            SyncRuns runs,
            Refusals refusals,
            Clock clock) {
        this.refusals = refusals;
        this.fleet = fleet;
        this.room = room;
        this.models = models;
        this.runs = runs;
        this.clock = clock;
    }

    SyncRun sync(Deadline deadline) {
        try {
            return runs.record(SyncRun.Kind.MODELS, () -> read(deadline));
        } catch (LiteLlmException e) {
            if (e.isLasting()) {
                refusals.note(CATALOGUE, e);
            }
            throw e;
        }
    }

    private SyncRuns.Result read(Deadline deadline) {
        Instant now = clock.instant();
        List<MergedModel> listed = MergedModel.of(fleet.call(() -> models.deployments(deadline)));
        SyncRuns.Result result = room.inTransaction(handle -> {
            refusals.taken(handle, CATALOGUE);
            return apply(new ModelDao(handle), listed, now);
        });
        fleet.noteVersion();
        return result;
    }

    private static SyncRuns.Result apply(ModelDao dao, List<MergedModel> listed, Instant now) {
        Set<String> names = listed.stream().map(MergedModel::name).collect(Collectors.toSet());
        List<String> missing =
                dao.lockPresent().stream().filter(name -> !names.contains(name)).toList();
        int changed = 0;
        for (MergedModel model : listed) {
            changed += dao.upsert(model, now);
        }
        if (!Brake.allows(missing.size(), missing.size() + names.size()) || names.isEmpty()) {
            return SyncRuns.Result.braked(listed.size(), changed, missing.size() + " models were no longer listed");
        }
        missing.forEach(name -> dao.gone(name, now));
        return SyncRuns.Result.done(listed.size(), changed + missing.size());
    }
}
