package io.litemaas.access.keys;

import io.litemaas.access.convergence.DueHashes;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What all changes of a key have in common: whose it is, that LiteLLM must follow, and that it is written down. */
@Singleton
class KeyChange {
    private final Room room;
    private final Outbox outbox;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    KeyChange(
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

    /** Changes a key of the caller's, or any key where the caller is an admin; another's does not exist for others. */
    VirtualKey apply(UUID keyId, String action, Step step) {
        return room.inTransaction(handle -> {
            Instant now = clock.instant();
            KeyDao dao = new KeyDao(handle);
            UUID ownerId = dao.lockOwner(keyId)
                    .filter(owner ->
                            owner.equals(caller.userId()) || caller.principal().has(Role.ADMIN))
                    .orElseThrow(() -> Problem.of(KeyProblem.NOT_FOUND, "You have no such key."));
            step.run(handle, dao, ownerId, now);
            new DueHashes(handle).ofKey(keyId, now);
            audit.record(handle, Optional.of(caller.userId()), action, keyId.toString(), Map.of());
            outbox.announce(handle, DueHashes.KEYS_CHANGED, keyId.toString(), Map.of("action", action));
            return dao.find(keyId, now).orElseThrow();
        });
    }

    /** Why the caller's block of an owner's key is recorded: each can undo their own only. */
    String reason(UUID ownerId) {
        return ownerId.equals(caller.userId()) ? "owner" : "admin";
    }

    UUID by() {
        return caller.userId();
    }

    /** The part that differs. */
    interface Step {
        void run(Handle handle, KeyDao dao, UUID ownerId, Instant now);
    }
}
