package io.litemaas.access.convergence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The one way in which a credential, and with it its key, ends: the nonce is erased at once, the quota freed, and the
 * hash marked so that LiteLLM loses it and is looked at again later.
 */
@Singleton
public class CredentialEnd {

    /**
     * Ends a credential that is pending or active.
     *
     * @param state {@code failed}, {@code revoked}, {@code expired}, {@code lost} or {@code cancelled}
     * @return the key that ended; empty if the credential had ended before
     */
    public Optional<UUID> end(Handle handle, UUID credentialId, String state, Instant now) {
        lockKey(handle, credentialId);
        Optional<Ended> ended = handle.createQuery("""
                update access.credential
                set state = :state, ended_at = :now, nonce = null, lease_until = null
                where id = :id and state in ('pending', 'active')
                returning key_id, hash
                """)
                .bind("id", credentialId)
                .bind("state", state)
                .bind("now", now)
                .map((row, context) -> new Ended(row.getObject("key_id", UUID.class), row.getBytes("hash")))
                .findOne();
        ended.ifPresent(credential -> {
            endKey(handle, credential.keyId(), now);
            new DueHashes(handle).ended(credential.hash(), now);
        });
        return ended.map(Ended::keyId);
    }

    /**
     * Ends the keys of a subscription that was cancelled, which is final. One that is still being issued is left to its
     * issuance, which finds the entitlement gone.
     */
    public void endCancelled(Handle handle, UUID subscriptionId, Instant now) {
        lockKeys(handle, subscriptionId);
        handle.createQuery("""
                select c.id from access.credential c join access.key k on k.id = c.key_id
                where k.subscription_id = :id and c.state = 'active'
                order by c.hash
                """)
                .bind("id", subscriptionId)
                .mapTo(UUID.class)
                .list()
                .forEach(credential -> end(handle, credential, "cancelled", now));
    }

    /** All of them before the first ends: who holds a key may wait for its owner's quota, which the first one takes. */
    private static void lockKeys(Handle handle, UUID subscriptionId) {
        handle.createQuery("select id from access.key where subscription_id = :id order by id for update")
                .bind("id", subscriptionId)
                .mapTo(UUID.class)
                .list();
    }

    /** The key before its credential, as all do who lock both: else two who end it at once could wait for each other. */
    private static void lockKey(Handle handle, UUID credentialId) {
        handle.createQuery("""
                select k.id from access.key k
                where k.id = (select c.key_id from access.credential c where c.id = :id) for update
                """).bind("id", credentialId).mapTo(UUID.class).findOne();
    }

    private static void endKey(Handle handle, UUID keyId, Instant now) {
        handle.createUpdate("""
                with ended as (
                  update access.key set ended_at = :now, version = version + 1
                  where id = :id and ended_at is null
                  returning owner_id)
                update access.key_quota q set used = q.used - 1 from ended where q.user_id = ended.owner_id
                """).bind("id", keyId).bind("now", now).execute();
    }

    @SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
    private record Ended(UUID keyId, byte[] hash) {}
}
