package io.litemaas.alerts.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code alerts.message}. */
final class MessageDao {
    private final Handle handle;

    MessageDao(Handle handle) {
        this.handle = handle;
    }

    /** Writes it, unless the recipient was told of this cause before. */
    void tell(UUID id, UUID recipient, News news, Instant now) {
        handle.createUpdate("""
                insert into alerts.message (id, recipient_id, cause_kind, cause_id, title, text, created_at)
                values (:id, :recipient, :kind, :cause, :title, :text, :now)
                on conflict (recipient_id, cause_kind, cause_id) do nothing
                """)
                .bind("id", id)
                .bind("recipient", recipient)
                .bind("kind", news.kind())
                .bind("cause", news.causeId())
                .bind("title", news.title())
                .bind("text", news.text())
                .bind("now", now)
                .execute();
    }

    /** Newest first. */
    List<Message> page(UUID recipient, boolean unreadOnly, Optional<UUID> after, int most) {
        return handle.createQuery("""
                select id, cause_kind, title, text, created_at, read_at from alerts.message
                where recipient_id = :recipient and (not :unreadOnly or read_at is null) and (:first or id < :after)
                order by id desc limit :most
                """)
                .bind("recipient", recipient)
                .bind("unreadOnly", unreadOnly)
                .bind("first", after.isEmpty())
                .bindByType("after", after.orElse(null), UUID.class)
                .bind("most", most)
                .map((row, context) -> message(row))
                .list();
    }

    /** False where the recipient has no such message. */
    boolean read(UUID recipient, UUID id, Instant now) {
        return 1
                == handle.createUpdate("""
                update alerts.message set read_at = coalesce(read_at, :now) where id = :id and recipient_id = :recipient
                """)
                        .bind("now", now)
                        .bind("id", id)
                        .bind("recipient", recipient)
                        .execute();
    }

    /** Forgets what is older, read or not; returns how many. */
    int forget(Instant before, int most) {
        return handle.createUpdate("""
                delete from alerts.message where id in (
                  select id from alerts.message where created_at < :before limit :most)
                """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("cause_kind"),
                row.getString("title"),
                row.getString("text"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
