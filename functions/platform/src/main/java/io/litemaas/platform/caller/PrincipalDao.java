package io.litemaas.platform.caller;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads the two views by which identity tells all rooms who may still call. */
final class PrincipalDao {
    private final Handle handle;

    PrincipalDao(Handle handle) {
        this.handle = handle;
    }

    Optional<Principal> ofSession(AccessTokens.Claims claims) {
        return handle.createQuery("""
                select user_id, username, roles, null as scope
                from identity.published_principal
                where user_id = :userId and epoch = :epoch and not disabled
                """)
                .bind("userId", claims.userId())
                .bind("epoch", claims.epoch())
                .map((row, context) -> principal(row, claims.sessionId()))
                .findOne();
    }

    Optional<Principal> ofServiceToken(byte[] hash, Instant now) {
        return handle.createQuery("""
                select p.user_id, p.username, p.roles, t.scope
                from identity.published_token t
                join identity.published_principal p on p.user_id = t.owner_id
                where t.hash = :hash and t.expires_at > :now and not p.disabled
                """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> principal(row, Optional.empty()))
                .findOne();
    }

    private static Principal principal(ResultSet row, Optional<UUID> sessionId) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::named)
                .collect(Collectors.toUnmodifiableSet());
        return new Principal(
                row.getObject("user_id", UUID.class),
                row.getString("username"),
                roles,
                Optional.ofNullable(row.getString("scope")).map(Scope::named),
                sessionId);
    }
}
