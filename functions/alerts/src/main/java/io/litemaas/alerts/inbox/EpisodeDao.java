package io.litemaas.alerts.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what access announced of LiteLLM, and how that stands now. */
final class EpisodeDao {
    private final Handle handle;

    EpisodeDao(Handle handle) {
        this.handle = handle;
    }

    /** What an event is about, by its id: what else the wire says of it may be altered. */
    Optional<Episode> ofEvent(UUID eventId) {
        return handle.createQuery("""
                select cast(e.episode as uuid) as episode, coalesce(e.cause, '') = 'credential' as refused, e.announced_at,
                       coalesce(h.episode = cast(e.episode as uuid), false) as lasts,
                       coalesce(h.episode <> cast(e.episode as uuid), false) as another
                from access.published_episode e
                left join platform.integration_health h
                  on h.integration = 'litellm' and h.instance = '' and h.state <> 'closed'
                where e.event_id = :event
                """)
                .bind("event", eventId)
                .map((row, context) -> episode(row))
                .findOne();
    }

    private static Episode episode(ResultSet row) throws SQLException {
        return new Episode(
                row.getObject("episode", UUID.class),
                row.getBoolean("refused"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("lasts"),
                row.getBoolean("another"));
    }
}
