package io.litemaas.alerts.webhooks;

import io.litemaas.platform.seal.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code alerts.webhook}. */
final class WebhookDao {
    private final Handle handle;

    WebhookDao(Handle handle) {
        this.handle = handle;
    }

    void insert(Webhook webhook, Sealed secret) {
        handle.createUpdate("""
                insert into alerts.webhook
                  (id, name, url, secret_key_id, secret_nonce, secret_ciphertext, enabled, version, created_by, created_at)
                values (:id, :name, :url, :keyId, :nonce, :ciphertext, :enabled, :version, :createdBy, :createdAt)
                """)
                .bind("id", webhook.id())
                .bind("name", webhook.name())
                .bind("url", webhook.url())
                .bind("keyId", secret.keyId())
                .bind("nonce", secret.nonce())
                .bind("ciphertext", secret.ciphertext())
                .bind("enabled", webhook.enabled())
                .bind("version", webhook.version())
                .bind("createdBy", webhook.createdBy())
                .bind("createdAt", webhook.createdAt())
                .execute();
    }

    /** In the order in which they were made. */
    List<Webhook> page(Optional<UUID> after, int most) {
        return handle.createQuery("""
                select id, name, url, enabled, version, created_by, created_at from alerts.webhook
                where :first or id > :after order by id limit :most
                """)
                .bind("first", after.isEmpty())
                .bindByType("after", after.orElse(null), UUID.class)
                .bind("most", most)
                .map((row, context) -> webhook(row))
                .list();
    }

    /** Locked until the transaction ends. */
    Optional<Webhook> lock(UUID id) {
        return handle.createQuery("""
                select id, name, url, enabled, version, created_by, created_at from alerts.webhook
                where id = :id for update
                """)
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findOne();
    }

    Sealed secret(UUID id) {
        return handle.createQuery("""
                select secret_key_id, secret_nonce, secret_ciphertext from alerts.webhook where id = :id
                """)
                .bind("id", id)
                .map((row, context) -> new Sealed(
                        row.getString("secret_key_id"),
                        row.getBytes("secret_nonce"),
                        row.getBytes("secret_ciphertext")))
                .one();
    }

    /** Those that get messages of what happened then. They can't go away before the transaction ends. */
    List<UUID> enabledSince(Instant happened) {
        return handle.createQuery("""
                select id from alerts.webhook where enabled and created_at <= :happened order by id for key share
                """)
                .bind("happened", happened)
                .mapTo(UUID.class)
                .list();
    }

    void update(Webhook webhook) {
        handle.createUpdate("""
                update alerts.webhook set name = :name, url = :url, enabled = :enabled, version = :version where id = :id
                """)
                .bind("name", webhook.name())
                .bind("url", webhook.url())
                .bind("enabled", webhook.enabled())
                .bind("version", webhook.version())
                .bind("id", webhook.id())
                .execute();
    }

    void updateSecret(UUID id, Sealed secret) {
        handle.createUpdate("""
                update alerts.webhook
                set secret_key_id = :keyId, secret_nonce = :nonce, secret_ciphertext = :ciphertext where id = :id
                """)
                .bind("keyId", secret.keyId())
                .bind("nonce", secret.nonce())
                .bind("ciphertext", secret.ciphertext())
                .bind("id", id)
                .execute();
    }

    /** Its deliveries go with it. */
    void delete(UUID id) {
        handle.createUpdate("delete from alerts.webhook where id = :id")
                .bind("id", id)
                .execute();
    }

    /** False where it was so before. */
    boolean disable(UUID id) {
        return 1 == handle.createUpdate("""
                update alerts.webhook set enabled = false, version = version + 1 where id = :id and enabled
                """).bind("id", id).execute();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                row.getBoolean("enabled"),
                row.getInt("version"),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
