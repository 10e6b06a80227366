package io.litemaas.access.convergence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the reconcile reads: every hash that we ever made, those that have ended too. */
final class ReconcileDao {
    private final Handle handle;

    ReconcileDao(Handle handle) {
        this.handle = handle;
    }

    Map<String, Known> all() {
        return handle.createQuery("""
                select id, encode(hash, 'hex') as hash_hex, state, activated_at from access.credential
                """)
                .map((row, context) -> known(row))
                .collect(Collectors.toMap(Known::hashHex, Function.identity()));
    }

    boolean isOurUser(String userId) {
        return handle.createQuery("select exists (select from access.user_sync where user_id::text = :userId)")
                .bind("userId", userId)
                .mapTo(Boolean.class)
                .one();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("hash_hex"),
                row.getString("state"),
                Optional.ofNullable(row.getObject("activated_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    record Known(UUID credentialId, String hashHex, String state, Optional<Instant> activatedAt) {

        /** One that became active while the listing ran need not be in it. */
        boolean isActiveSince(Instant started) {
            return state.equals("active")
                    && activatedAt.filter(started::isAfter).isPresent();
        }
    }
}
