package io.litemaas.alerts.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code alerts.told_episode}. */
final class ToldEpisodeDao {
    private final Handle handle;

    ToldEpisodeDao(Handle handle) {
        this.handle = handle;
    }

    /** What was told last of that cause, locked; the event that is told now is not among the untold. */
    Optional<LastTold> lock(String cause, UUID eventId) {
        return handle.createQuery("""
                select episode, told_at, cardinality(array_remove(untold, :event)) as untold
                from alerts.told_episode where cause = :cause for update
                """)
                .bind("cause", cause)
                .bind("event", eventId)
                .map((row, context) -> new LastTold(
                        row.getObject("episode", UUID.class),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getInt("untold")))
                .findOne();
    }

    void told(String cause, UUID episode, Instant now) {
        handle.createUpdate("""
                insert into alerts.told_episode (cause, episode, told_at) values (:cause, :episode, :now)
                on conflict (cause) do update set episode = excluded.episode, told_at = excluded.told_at, untold = '{}'
                """)
                .bind("cause", cause)
                .bind("episode", episode)
                .bind("now", now)
                .execute();
    }

    void holdBack(String cause, UUID eventId) {
        handle.createUpdate("update alerts.told_episode set untold = untold || :event where cause = :cause")
                .bind("event", eventId)
                .bind("cause", cause)
                .execute();
    }

    /** Whether nobody was told of an episode's beginning. */
    boolean isHeldBack(UUID episode) {
        return handle.createQuery("""
                select exists (
                  select from alerts.told_episode t join access.published_episode e on e.event_id = any (t.untold)
                  where e.episode = cast(:episode as text))
                """)
                .bind("episode", episode)
                .mapTo(Boolean.class)
                .one();
    }

    /** The beginning of the time that lasts, if nobody was told of it and nothing holds it back any more. */
    List<UUID> lasting(Instant toldBefore) {
        return handle.createQuery("""
                select e.event_id
                from alerts.told_episode t
                join access.published_episode e on e.event_id = any (t.untold)
                join platform.integration_health h on cast(h.episode as text) = e.episode
                where t.told_at <= :before and h.integration = 'litellm' and h.instance = '' and h.state <> 'closed'
                """)
                .bind("before", toldBefore)
                .mapTo(UUID.class)
                .list();
    }
}
