package io.litemaas.access.keys;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/** Blocks a key: an owner their own, an admin anybody's. */
@ApplicationScoped
public class BlockKey {
    private final KeyChange change;

    BlockKey(KeyChange change) {
        this.change = change;
    }

    @Funq("keys/block")
    @Changes(role = Role.USER, scope = Scope.KEYS)
    public VirtualKey block(@Valid Block block) {
        return change.apply(block.id(), "key.blocked", (handle, dao, ownerId, now) -> {
            if (dao.liveCredentials(block.id()).isEmpty()) {
                throw Problem.of(KeyProblem.ENDED, "It can call nothing any more.");
            }
            dao.block(block.id(), change.reason(ownerId), change.by(), block.note(), now);
        });
    }

    /** The request. */
    public record Block(@NotNull UUID id, Optional<@Size(max = 500) String> note) {}
}
