package io.litemaas.access.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.subscription} and its models. */
public final class SubscriptionDao {
    private static final String COLUMNS = """
            select s.id, s.owner_id, s.name, s.state, s.rpm_limit, s.tpm_limit, s.expires_at, s.requested_at,
                   s.decided_at, s.reason, s.ended_at, s.version,
                   array(select m.model from access.subscription_model m where m.subscription_id = s.id order by m.model)
                     as models
            from access.subscription s
            """;

    private final Handle handle;

    public SubscriptionDao(Handle handle) {
        this.handle = handle;
    }

    void insert(Subscription subscription) {
        handle.createUpdate("""
                insert into access.subscription
                  (id, owner_id, name, state, rpm_limit, tpm_limit, expires_at, requested_at)
                values (:id, :ownerId, :name, :state, :rpmLimit, :tpmLimit, :expiresAt, :requestedAt)
                """)
                .bind("id", subscription.id())
                .bind("ownerId", subscription.ownerId())
                .bind("name", subscription.name())
                .bind("state", subscription.state().word())
                .bind("rpmLimit", subscription.rpmLimit().orElse(null))
                .bind("tpmLimit", subscription.tpmLimit().orElse(null))
                .bind("expiresAt", subscription.expiresAt().orElse(null))
                .bind("requestedAt", subscription.requestedAt())
                .execute();
        for (String model : subscription.models()) {
            handle.createUpdate("insert into access.subscription_model (subscription_id, model) values (:id, :model)")
                    .bind("id", subscription.id())
                    .bind("model", model)
                    .execute();
        }
    }

    /** Of the named models those that can be had, with whether each is restricted. */
    List<Offer> offers(List<String> models) {
        return handle.createQuery("""
                select name, restricted from access.model where name = any(cast(:models as text[])) and gone_at is null
                """)
                .bind("models", models.toArray(String[]::new))
                .map((row, context) -> new Offer(row.getString("name"), row.getBoolean("restricted")))
                .list();
    }

    /** Newest first. */
    List<Subscription> list(Optional<UUID> owner, Optional<String> state, Optional<UUID> after, int limit) {
        return handle.createQuery(COLUMNS + """
                where (cast(:owner as uuid) is null or s.owner_id = :owner)
                  and (cast(:state as text) is null or s.state = :state)
                  and (cast(:after as uuid) is null or s.id < :after)
                order by s.id desc limit :limit
                """)
                .bind("owner", owner.orElse(null))
                .bind("state", state.orElse(null))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> subscription(row))
                .list();
    }

    /** Reads a subscription so that nobody changes it before this transaction ends. */
    public Optional<Subscription> lock(UUID id) {
        return handle.createQuery(COLUMNS + "where s.id = :id for share of s")
                .bind("id", id)
                .map((row, context) -> subscription(row))
                .findOne();
    }

    Optional<Subscription> lockForUpdate(UUID id) {
        return handle.createQuery(COLUMNS + "where s.id = :id for update of s")
                .bind("id", id)
                .map((row, context) -> subscription(row))
                .findOne();
    }

    void decide(UUID id, Subscription.State state, UUID decidedBy, Optional<String> reason, Instant now) {
        handle.createUpdate("""
                update access.subscription
                set state = :state, decided_at = :now, decided_by = :decidedBy, reason = :reason,
                    ended_at = case when :ended then cast(:now as timestamptz) end, version = version + 1
                where id = :id
                """)
                .bind("id", id)
                .bind("state", state.word())
                .bind("ended", state.hasEnded())
                .bind("decidedBy", decidedBy)
                .bind("reason", reason.orElse(null))
                .bind("now", now)
                .execute();
    }

    void cancel(UUID id, Instant now) {
        handle.createUpdate("""
                update access.subscription set state = 'cancelled', ended_at = :now, version = version + 1 where id = :id
                """).bind("id", id).bind("now", now).execute();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("name"),
                Subscription.State.named(row.getString("state")),
                List.of((String[]) row.getArray("models").getArray()),
                Optional.ofNullable(row.getObject("rpm_limit", Integer.class)),
                Optional.ofNullable(row.getObject("tpm_limit", Integer.class)),
                instant(row, "expires_at"),
                instant(row, "requested_at").orElseThrow(),
                instant(row, "decided_at"),
                Optional.ofNullable(row.getString("reason")),
                instant(row, "ended_at"),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    record Offer(String model, boolean restricted) {}
}
