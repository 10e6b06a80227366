package io.litemaas.litellm;

import io.litemaas.platform.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What all processes together know of LiteLLM: one row of {@code platform.integration_health}, changed by compare-and-set
 * only.
 *
 * <p>An outage is an episode with an id. Whoever opens it, or ends it, is told so, and is the only one: they announce it, in
 * the same transaction. While it lasts, calls wait; each time it has been open for {@link #PAUSE}, one process wins the probe.
 * A new process asks for the {@link #admission} with its first query, and need not run into the outage itself.
 */
public final class FleetEpisode {
    /** How long the fleet leaves LiteLLM alone before one process tries; as the breaker does. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    /** A probe that says nothing for so long has died; longer than a request's deadline. */
    private static final Duration PROBE_LEASE = Duration.ofSeconds(15);

    private final Clock clock;
    private final Ids ids;

    /** A process that has said nothing for so long has ended; each cold start has a name of its own. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** What a process may do now. */
    public enum Admission {
        /** Call as usual. */
        CALL,
        /** Make one call, and say how it went by {@link FleetEpisode#ended} or {@link FleetEpisode#goesOn}. */
        PROBE,
        /** Call nothing: throw {@link LiteLlmUnavailable#leftAlone()}. */
        WAIT
    }

    /** An episode as the database has it; the clock is the room's. */
    public FleetEpisode(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * An outage was noticed.
     *
     * @param cause in a word or two; no text from upstream
     * @return the id of the episode that this call opened; empty where the fleet was in one already
     */
    public Optional<UUID> opened(Handle handle, String cause) {
        Instant now = clock.instant();
        return handle.createQuery("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', platform.caller_room(), 'open', :now, :now, :until, :episode, :cause)
                on conflict (integration, instance) do update
                  set state = 'open', changed_at = :now, seen_at = :now, open_until = :until,
                      episode = :episode, cause = :cause
                  where health.state = 'closed'
                returning episode
                """)
                .bind("now", at(now))
                .bind("until", at(now.plus(PAUSE)))
                .bind("episode", ids.next())
                .bind("cause", cause)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Whether calls go out; at most one process is told to probe. */
    public Admission admission(Handle handle) {
        Optional<Instant> openUntil = handle.createQuery("""
                select open_until from platform.integration_health
                where integration = 'litellm' and instance = '' and state <> 'closed'
                """)
                .map((row, context) ->
                        row.getObject("open_until", OffsetDateTime.class).toInstant())
                .findOne();
        if (openUntil.isEmpty()) {
            return Admission.CALL;
        }
        return clock.instant().isBefore(openUntil.get()) || !winsProbe(handle) ? Admission.WAIT : Admission.PROBE;
    }

    private boolean winsProbe(Handle handle) {
        Instant now = clock.instant();
        return handle.createUpdate("""
                update platform.integration_health
                set state = 'probing', changed_at = :now, seen_at = :now, open_until = :until
                where integration = 'litellm' and instance = '' and state <> 'closed' and open_until <= :now
                """)
                        .bind("now", at(now))
                        .bind("until", at(now.plus(PROBE_LEASE)))
                        .execute()
                == 1;
    }

    /** The probe failed: the same episode goes on for another pause. */
    public void goesOn(Handle handle) {
        Instant now = clock.instant();
        handle.createUpdate("""
                update platform.integration_health
                set state = 'open', changed_at = :now, seen_at = :now, open_until = :until
                where integration = 'litellm' and instance = '' and state = 'probing'
                """)
                .bind("now", at(now))
                .bind("until", at(now.plus(PAUSE)))
                .execute();
    }

    /**
     * LiteLLM answered.
     *
     * @return the id of the episode that this call ended; empty where there was none
     */
    public Optional<UUID> ended(Handle handle) {
        return handle.createQuery("""
                update platform.integration_health
                set state = 'closed', changed_at = :now, seen_at = :now, open_until = null, cause = null
                where integration = 'litellm' and instance = '' and state <> 'closed'
                returning episode
                """)
                .bind("now", at(clock.instant()))
                .mapTo(UUID.class)
                .findOne();
    }

    /** Writes down what one process sees, beside the fleet's row; {@code instance} is its name, never empty. */
    public void observed(Handle handle, String instance, boolean open) {
        if (instance.isEmpty()) {
            throw new IllegalArgumentException("the row without a name is the fleet's");
        }
        Instant now = clock.instant();
        handle.createUpdate("""
                delete from platform.integration_health
                where integration = 'litellm' and instance <> '' and seen_at < :dead
                """).bind("dead", at(now.minus(FORGOTTEN))).execute();
        handle.createUpdate("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, open_until)
                values ('litellm', :instance, platform.caller_room(), :state, :now, :now, :until)
                on conflict (integration, instance) do update
                  set state = :state, seen_at = :now, open_until = :until,
                      changed_at = case when health.state = :state then health.changed_at else :now end
                """)
                .bind("instance", instance)
                .bind("state", open ? "open" : "closed")
                .bind("now", at(now))
                .bind("until", open ? at(now.plus(PAUSE)) : null)
                .execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
