package io.litemaas.access.keys;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Undoes the caller's own kind of block; what an admin blocked, only an admin unblocks. */
@ApplicationScoped
public class UnblockKey {
    private final KeyChange change;

    UnblockKey(KeyChange change) {
        this.change = change;
    }

    @Funq("keys/unblock")
    @Changes(role = Role.USER, scope = Scope.KEYS)
    public VirtualKey unblock(@Valid Unblock unblock) {
        return change.apply(unblock.id(), "key.unblocked", (handle, dao, ownerId, now) -> {
            String reason = change.reason(ownerId);
            if (!dao.unblock(unblock.id(), reason)) {
                throw Problem.of(KeyProblem.NOT_BLOCKED, "No block with the reason " + reason + " is recorded.");
            }
        });
    }

    /** The request. */
    public record Unblock(@NotNull UUID id) {}
}
