package io.litemaas.alerts.inbox;

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
                .map((row, context) -> new LostKey(
                        row.getObject("key_id", UUID.class),
                        row.getString("name"),
                        row.getObject("owner_id", UUID.class)))
                .findOne();
    }
}
