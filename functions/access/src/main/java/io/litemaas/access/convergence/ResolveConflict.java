package io.litemaas.access.convergence;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.FieldError;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Decides a conflict: {@code delete} has the unknown key removed from LiteLLM, which may take until LiteLLM is there;
 * {@code confirm} says that just those keys are gone which the listing lacked, so that the next run may give them up, each
 * after one more look; {@code dismiss} leaves all as it is.
 */
@ApplicationScoped
public class ResolveConflict {
    private final Room room;
    private final Outbox outbox;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ResolveConflict(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            Caller caller,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("keys/resolve-conflict")
    @Changes(role = Role.ADMIN)
    public void resolve(@Valid Resolution resolution) {
        room.useTransaction(handle -> {
            Conflict conflict = new ConflictDao(handle)
                    .lockOpen(resolution.id())
                    .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No open conflict has this id."));
            if (!conflict.canBeDecidedBy(resolution.action())) {
                throw Problem.invalid(
                        HttpProblem.INVALID_REQUEST,
                        List.of(new FieldError("action", "must be one for conflicts of the kind " + conflict.kind())));
            }
            if (resolution.action().equals("delete")) {
                orderDeletion(handle, conflict);
            }
            new ConflictDao(handle).resolve(conflict.id(), caller.userId(), resolution.action(), clock.instant());
            audit.record(
                    handle,
                    Optional.of(caller.userId()),
                    "conflict.resolved",
                    conflict.id().toString(),
                    Map.of("action", resolution.action(), "object", conflict.object()));
        });
    }

    private void orderDeletion(Handle handle, Conflict conflict) {
        new DueHashes(handle).ended(HexFormat.of().parseHex(conflict.object()), clock.instant());
        outbox.announce(handle, DueHashes.KEYS_CHANGED, conflict.id().toString(), Map.of());
    }

    /** The request. */
    public record Resolution(
            @NotNull UUID id,

            @NotNull @Pattern(regexp = "delete|dismiss|confirm")
            String action) {}
}
