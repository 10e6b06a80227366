package io.litemaas.access.convergence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the reconcile reads of ours. */
final class ReconcileDao {
    private final Handle handle;

    ReconcileDao(Handle handle) {
        this.handle = handle;
    }

    /** Those that a listing must show which began then; one that became active while it ran need not be in it. */
    List<Known> activeBefore(Instant started) {
        return handle.createQuery("""
                select id, encode(hash, 'hex') as hash_hex from access.credential
                where state = 'active' and activated_at < :started
                """)
                .bind("started", started)
                .map((row, context) -> new Known(row.getObject("id", UUID.class), row.getString("hash_hex")))
                .list();
    }

    /** Those of LiteLLM's users that are people of ours. */
    Set<String> ourUsersAmong(Collection<String> userIds) {
        return handle.createQuery("""
                select user_id::text from access.user_sync
                where user_id = any(array(
                  select cast(u as uuid) from unnest(cast(:userIds as text[])) u
                  where u ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
                """)
                .bind("userIds", userIds.toArray(String[]::new))
                .mapTo(String.class)
                .set();
    }

    /** One of our credentials. */
    record Known(UUID credentialId, String hashHex) {}
}
