package io.litemaas.access.keys;

import io.litemaas.access.keys.KeyRequest.NewKeyRow;
import io.litemaas.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of issuing: quota, key, credential. */
final class IssuanceDao {
    private final Handle handle;

    IssuanceDao(Handle handle) {
        this.handle = handle;
    }

    /** Counts one more key for its owner; two at once wait for each other on the row. */
    void takeQuota(UUID ownerId, int most) {
        handle.createUpdate("""
                insert into access.key_quota (user_id, used, max) values (:ownerId, 0, :most)
                on conflict (user_id) do update set max = greatest(excluded.max, access.key_quota.used)
                """).bind("ownerId", ownerId).bind("most", most).execute();
        int taken = handle.createUpdate("""
                update access.key_quota set used = used + 1 where user_id = :ownerId and used < max
                """).bind("ownerId", ownerId).execute();
        if (taken == 0) {
            throw Problem.of(
                    KeyProblem.QUOTA_EXHAUSTED, "You may have " + most + " keys. Revoke one that you don't need.");
        }
    }

    void insertKey(NewKeyRow key, Instant now) {
        handle.createUpdate("""
                insert into access.key
                  (id, owner_id, subscription_id, name, rpm_limit, tpm_limit, expires_at, created_at)
                values (:id, :ownerId, :subscriptionId, :name, :rpmLimit, :tpmLimit, :expiresAt, :now)
                """)
                .bind("id", key.id())
                .bind("ownerId", key.ownerId())
                .bind("subscriptionId", key.subscriptionId())
                .bind("name", key.name())
                .bind("rpmLimit", key.rpmLimit().orElse(null))
                .bind("tpmLimit", key.tpmLimit().orElse(null))
                .bind("expiresAt", key.expiresAt().orElse(null))
                .bind("now", now)
                .execute();
        for (String model : key.models()) {
            handle.createUpdate("insert into access.key_model (key_id, model) values (:id, :model)")
                    .bind("id", key.id())
                    .bind("model", model)
                    .execute();
        }
    }

    void insertCredential(Credential credential, Instant leaseUntil) {
        handle.createUpdate("""
                insert into access.credential
                  (id, key_id, hash, nonce, pepper_id, state, attempt, lease_until, created_at)
                values (:id, :keyId, :hash, :nonce, :pepperId, 'pending', 1, :leaseUntil, :createdAt)
                """)
                .bind("id", credential.id())
                .bind("keyId", credential.keyId())
                .bind("hash", credential.hash())
                .bind("nonce", credential.nonce().orElseThrow())
                .bind("pepperId", credential.pepperId())
                .bind("leaseUntil", leaseUntil)
                .bind("createdAt", credential.createdAt())
                .execute();
    }

    /** The key before its credential, as all do who lock both. */
    void lockKey(UUID keyId) {
        handle.createQuery("select id from access.key where id = :id for update")
                .bind("id", keyId)
                .mapTo(UUID.class)
                .one();
    }

    Credential lock(UUID id) {
        return handle.createQuery("""
                select id, key_id, hash, nonce, pepper_id, state, attempt, lease_until, created_at
                from access.credential where id = :id for update
                """)
                .bind("id", id)
                .map((row, context) -> credential(row))
                .one();
    }

    void takeOver(UUID id, int attempt, Instant leaseUntil) {
        handle.createUpdate("update access.credential set attempt = :attempt, lease_until = :leaseUntil where id = :id")
                .bind("id", id)
                .bind("attempt", attempt)
                .bind("leaseUntil", leaseUntil)
                .execute();
    }

    /** Lets the next attempt begin at once. */
    void release(UUID id, int attempt) {
        handle.createUpdate("""
                update access.credential set lease_until = null
                where id = :id and attempt = :attempt and state = 'pending'
                """).bind("id", id).bind("attempt", attempt).execute();
    }

    void activate(UUID id, Instant now) {
        handle.createUpdate("""
                update access.credential set state = 'active', activated_at = :now, lease_until = null where id = :id
                """).bind("id", id).bind("now", now).execute();
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(
                row.getObject("id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getBytes("hash"),
                Optional.ofNullable(row.getBytes("nonce")),
                row.getString("pepper_id"),
                Credential.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                Optional.ofNullable(row.getObject("lease_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
