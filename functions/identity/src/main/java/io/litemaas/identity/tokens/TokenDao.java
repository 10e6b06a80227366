package io.litemaas.identity.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code identity.service_token}: each of them for one owner. */
final class TokenDao {
    private static final String COLUMNS = " id, name, scope, created_at, expires_at, revoked_at ";

    private final Handle handle;
    private final UUID owner;

    TokenDao(Handle handle, UUID owner) {
        this.handle = handle;
        this.owner = owner;
    }

    void insert(ServiceToken token, byte[] hash) {
        handle.createUpdate("""
                insert into identity.service_token (id, owner_id, name, hash, scope, created_at, expires_at)
                values (:id, :owner, :name, :hash, :scope, :createdAt, :expiresAt)
                """)
                .bind("id", token.id())
                .bind("owner", owner)
                .bind("name", token.name())
                .bind("hash", hash)
                .bind("scope", token.scope())
                .bind("createdAt", token.createdAt())
                .bind("expiresAt", token.expiresAt())
                .execute();
    }

    List<ServiceToken> list(Optional<UUID> after, int most) {
        return handle.createQuery("select" + COLUMNS + """
                from identity.service_token
                where owner_id = :owner and (cast(:after as uuid) is null or id > :after)
                order by id limit :most
                """)
                .bind("owner", owner)
                .bind("after", after.orElse(null))
                .bind("most", most)
                .map((row, context) -> token(row))
                .list();
    }

    Optional<ServiceToken> find(UUID id) {
        return handle.createQuery(
                        "select" + COLUMNS + "from identity.service_token where id = :id and owner_id = :owner")
                .bind("id", id)
                .bind("owner", owner)
                .map((row, context) -> token(row))
                .findOne();
    }

    /** Whether this revoked it: it may be revoked already, or somebody else's. */
    boolean revoke(UUID id, Instant now) {
        return 1
                == handle.createUpdate("""
                update identity.service_token set revoked_at = :now
                where id = :id and owner_id = :owner and revoked_at is null
                """)
                        .bind("now", now)
                        .bind("id", id)
                        .bind("owner", owner)
                        .execute();
    }

    private static ServiceToken token(ResultSet row) throws SQLException {
        return new ServiceToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("scope"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
