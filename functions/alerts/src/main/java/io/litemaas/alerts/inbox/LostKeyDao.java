package io.litemaas.alerts.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what access publishes. */
final class LostKeyDao {
    private final Handle handle;

    LostKeyDao(Handle handle) {
        this.handle = handle;
    }

    /** What an event is about, by its id: what else the wire says of it may be altered. */
    Optional<LostKey> ofEvent(UUID eventId) {
        return handle.createQuery("""
                select key_id, name, owner_id from access.published_key
                where ended and key_id = (select cast(e.subject as uuid) from access.published_event e where e.id = :event)
                """)
                .bind("event", eventId)
                .map((row, context) -> lostKey(row))
                .findOne();
    }

    /** The first within that time of which the owner was not told. */
    List<LostKey> untold(Instant after, Instant until, int most) {
        return handle.createQuery("""
                select key_id, name, owner_id from access.published_lost_key k
                where lost_at > :after and lost_at <= :until
                  and not exists (select from alerts.message m where m.cause_id = k.key_id)
                order by lost_at limit :most
                """)
                .bind("after", after)
                .bind("until", until)
                .bind("most", most)
                .map((row, context) -> lostKey(row))
                .list();
    }

    private static LostKey lostKey(ResultSet row) throws SQLException {
        return new LostKey(
                row.getObject("key_id", UUID.class), row.getString("name"), row.getObject("owner_id", UUID.class));
    }
}
