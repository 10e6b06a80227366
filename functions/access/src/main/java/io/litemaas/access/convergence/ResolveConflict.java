package io.litemaas.access.convergence;

import io.litemaas.access.room.Fleet;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides a conflict: {@code delete} removes the unknown key from LiteLLM, {@code dismiss} leaves all as it is. */
@ApplicationScoped
public class ResolveConflict {
    private final Room room;
    private final LiteLlmKeys keys;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ResolveConflict(
            @DataSource("access") Room room,
            LiteLlmKeys keys,
            Deadlines deadlines,
            Fleet fleet,
            Caller caller,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.keys = keys;
        this.deadlines = deadlines;
        this.fleet = fleet;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("keys/resolve-conflict")
    @Changes(role = Role.ADMIN)
    public void resolve(@Valid Resolution resolution) {
        Conflict conflict = room.inTransaction(handle -> new ConflictDao(handle).lockOpen(resolution.id()))
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No open conflict has this id."));
        if (resolution.action().equals("delete") && conflict.kind().equals("unknown_key")) {
            delete(conflict);
        }
        room.useTransaction(handle -> {
            new ConflictDao(handle).resolve(conflict.id(), caller.userId(), resolution.action(), clock.instant());
            audit.record(
                    handle,
                    Optional.of(caller.userId()),
                    "conflict.resolved",
                    conflict.id().toString(),
                    Map.of("action", resolution.action(), "object", conflict.object()));
        });
    }

    private void delete(Conflict conflict) {
        try {
            fleet.run(() -> keys.delete(new KeyHash(conflict.object()), deadlines.start()));
        } catch (LiteLlmException e) {
            throw e.problem();
        }
    }

    /** The request. */
    public record Resolution(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "delete|dismiss") String action) {}
}
