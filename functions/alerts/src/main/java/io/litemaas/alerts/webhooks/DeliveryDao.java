package io.litemaas.alerts.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the API asks of {@code alerts.webhook_delivery}. */
final class DeliveryDao {
    private static final String COLUMNS = """
            id, webhook_id, message_id, type, state, attempts, created_at,
            case state when 'pending' then next_at end as next_at, last_status, last_error, delivered_at
            """;

    private final Handle handle;

    DeliveryDao(Handle handle) {
        this.handle = handle;
    }

    /** Writes it, unless this webhook was or is to be told of this message already. */
    void insert(UUID id, UUID webhook, Message message, String body, Instant now, Instant giveUpAt) {
        handle.createUpdate("""
                insert into alerts.webhook_delivery
                  (id, webhook_id, message_id, type, body, next_at, give_up_at, created_at)
                values (:id, :webhook, :message, :type, :body, :now, :giveUpAt, :now)
                on conflict (webhook_id, message_id) do nothing
                """)
                .bind("id", id)
                .bind("webhook", webhook)
                .bind("message", message.id())
                .bind("type", message.type())
                .bind("body", body)
                .bind("now", now)
                .bind("giveUpAt", giveUpAt)
                .execute();
    }

    /** Newest first. */
    List<Delivery> page(DeliveryQuery query, int most) {
        return handle.createQuery("select " + COLUMNS + """
                 from alerts.webhook_delivery
                where (:anyWebhook or webhook_id = :webhook) and (:anyState or state = :state) and (:first or id < :after)
                order by id desc limit :most
                """)
                .bind("anyWebhook", query.webhook().isEmpty())
                .bindByType("webhook", query.webhook().orElse(null), UUID.class)
                .bind("anyState", query.getState() == null)
                .bind("state", query.getState())
                .bind("first", query.after().isEmpty())
                .bindByType("after", query.after().orElse(null), UUID.class)
                .bind("most", most)
                .map((row, context) -> delivery(row))
                .list();
    }

    Optional<Delivery> find(UUID id) {
        return handle.createQuery("select " + COLUMNS + " from alerts.webhook_delivery where id = :id")
                .bind("id", id)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** False where it was not given up. */
    boolean resend(UUID id, Instant now, Instant giveUpAt) {
        return 1
                == handle.createUpdate("""
                update alerts.webhook_delivery set state = 'pending', attempts = 0, next_at = :now, give_up_at = :giveUpAt
                where id = :id and state = 'failed'
                """)
                        .bind("now", now)
                        .bind("giveUpAt", giveUpAt)
                        .bind("id", id)
                        .execute();
    }

    /** Ends what waited too long for a webhook that was disabled; what is enabled ends by its last attempt. */
    void giveUp(Instant now) {
        handle.createUpdate("""
                update alerts.webhook_delivery d set state = 'failed'
                from alerts.webhook w
                where d.state = 'pending' and d.give_up_at < :now and d.next_at <= :now and w.id = d.webhook_id and not w.enabled
                """).bind("now", now).execute();
    }

    /** The same for one webhook, whatever its state is: before it is enabled again. */
    void giveUp(UUID webhook, Instant now) {
        handle.createUpdate("""
                update alerts.webhook_delivery set state = 'failed'
                where webhook_id = :webhook and state = 'pending' and give_up_at <= :now
                """).bind("webhook", webhook).bind("now", now).execute();
    }

    /** Forgets what ended long ago; returns how many. */
    int forget(Instant before, int most) {
        return handle.createUpdate("""
                delete from alerts.webhook_delivery where id in (
                  select id from alerts.webhook_delivery where state <> 'pending' and created_at < :before limit :most)
                """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("type"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                Optional.ofNullable(row.getObject("last_status", Integer.class)),
                Optional.ofNullable(row.getString("last_error")),
                instant(row, "delivered_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
