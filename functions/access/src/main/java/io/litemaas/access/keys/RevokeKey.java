package io.litemaas.access.keys;

import io.litemaas.access.convergence.CredentialEnd;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Ends a key for good. */
@ApplicationScoped
public class RevokeKey {
    private final KeyChange change;
    private final CredentialEnd end;

    RevokeKey(KeyChange change, CredentialEnd end) {
        this.change = change;
        this.end = end;
    }

    @Funq("keys/revoke")
    @Changes(role = Role.USER, scope = Scope.KEYS)
    public VirtualKey revoke(@Valid Revocation revocation) {
        return change.apply(revocation.id(), "key.revoked", (handle, dao, ownerId, now) -> {
            List<UUID> live = dao.liveCredentials(revocation.id());
            if (live.isEmpty()) {
                throw Problem.of(KeyProblem.ENDED, "It has ended already.");
            }
            live.forEach(credential -> end.end(handle, credential, "revoked", now));
        });
    }

    /** The request. */
    public record Revocation(@NotNull UUID id) {}
}
