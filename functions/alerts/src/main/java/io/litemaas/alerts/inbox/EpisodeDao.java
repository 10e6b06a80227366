package io.litemaas.alerts.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what access announces of LiteLLM, and how that stands now. */
final class EpisodeDao {
    private final Handle handle;

    EpisodeDao(Handle handle) {
        this.handle = handle;
    }

    /** What an event is about, by its id: what else the wire says of it may be altered. */
    Optional<Episode> ofEvent(UUID eventId) {
        return handle.createQuery("""
                select cast(e.subject as uuid) as episode, h.cause
                from access.published_event e
                left join platform.integration_health h
                  on h.integration = 'litellm' and h.instance = '' and h.state <> 'closed'
                     and h.episode = cast(e.subject as uuid)
                where e.id = :event
                """)
                .bind("event", eventId)
                .map((row, context) ->
                        new Episode(row.getObject("episode", UUID.class), Optional.ofNullable(row.getString("cause"))))
                .findOne();
    }

    /** All admins who can still sign in. */
    List<UUID> admins() {
        return handle.createQuery("""
                select user_id from identity.published_principal
                where roles @> array['admin'] and not disabled order by user_id
                """).mapTo(UUID.class).list();
    }
}
