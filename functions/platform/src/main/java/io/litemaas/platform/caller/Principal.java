package io.litemaas.platform.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A caller whose credential held.
 *
 * @param userId whose rights count; of a service token, its owner's
 * @param tokenScope empty for a person's session
 * @param sessionId the session that the person came by; empty for a service token
 */
public record Principal(
        UUID userId, String username, Set<Role> roles, Optional<Scope> tokenScope, Optional<UUID> sessionId) {

    /** Whether one of the caller's roles covers the needed one. */
    public boolean has(Role needed) {
        return needed == Role.ANYONE || roles.stream().anyMatch(role -> role.covers(needed));
    }

    /** Whether the way in allows a function of that scope. */
    public boolean mayUse(Scope needed) {
        return tokenScope.map(scope -> scope.covers(needed)).orElse(true);
    }
}
