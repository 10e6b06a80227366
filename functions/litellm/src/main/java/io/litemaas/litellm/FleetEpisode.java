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
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What all processes together know of LiteLLM: one row of {@code platform.integration_health}, changed by compare-and-set
 * only.
 *
 * <p>An outage is an episode with an id, and so is a credential that LiteLLM does not accept. Whoever opens it, or ends it, is
 * told so, and is the only one: they announce it, in the same transaction. While it lasts, calls wait; each time it has been
 * open for {@link #PAUSE}, one process wins the probe. A LiteLLM that wants to be asked later is waited for in the same way,
 * but that is no episode. A new process asks for the {@link #standing} with its first query, and need not run into all that
 * itself.
 */
public final class FleetEpisode {
    /** How long the fleet leaves LiteLLM alone before one process tries; as the breaker does. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    /** A probe that says nothing for so long has died. */
    private static final Duration PROBE_LEASE = Deadlines.LONGEST.plusSeconds(6);

    /** Who lost the probe to another process waits at least so long for what that finds out. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** A process that has said nothing for so long has ended; each cold start has a name of its own. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final String ROW = " integration = 'litellm' and instance = :row ";

    private final Clock clock;
    private final Ids ids;
    private final String row;

    /** What a process may do now. */
    public enum Admission {
        /** Call as usual. */
        CALL,
        /** Make one call, and say how it went by {@link FleetEpisode#ended} or {@link FleetEpisode#goesOn}. */
        PROBE,
        /** Call nothing: throw {@link Standing#leftAlone()}. */
        WAIT
    }

    /**
     * How it stands before a call.
     *
     * @param failures works in a row that failed
     * @param trouble why calls wait, or one of them probes
     * @param left how long they wait still, at least a second where they do
     */
    public record Standing(Admission admission, int failures, Optional<Trouble> trouble, Duration left) {
        /** What to throw instead of calling. */
        public LiteLlmException leftAlone() {
            return switch (trouble.orElse(Trouble.UNAVAILABLE)) {
                case CREDENTIAL -> LiteLlmCredentialRefused.leftAlone(left);
                case THROTTLED -> LiteLlmThrottled.leftAlone(left);
                case UNAVAILABLE -> LiteLlmUnavailable.leftAlone();
            };
        }
    }

    /** The fleet's episode as the database has it; the clock is the room's. */
    public FleetEpisode(Clock clock, Ids ids) {
        this(clock, ids, "");
    }

    /** That of one room, which has a credential of its own: that this is refused or throttled says nothing of others'. */
    public FleetEpisode(Clock clock, Ids ids, String room) {
        this.clock = clock;
        this.ids = ids;
        this.row = room;
    }

    /** Whether calls go out; at most one process is told to probe. */
    public Standing standing(Handle handle) {
        Instant now = clock.instant();
        Optional<Row> found = handle.createQuery("""
                select open_until, failures, cause from platform.integration_health where
                """ + ROW)
                .bind("row", row)
                .map((result, context) -> new Row(
                        Optional.ofNullable(result.getObject("open_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        result.getInt("failures"),
                        Optional.ofNullable(result.getString("cause")).map(Trouble::of)))
                .findOne();
        int failures = found.map(Row::failures).orElse(0);
        Optional<Instant> openUntil = found.flatMap(Row::openUntil);
        if (openUntil.isEmpty()) {
            return new Standing(Admission.CALL, failures, Optional.empty(), Duration.ZERO);
        }
        Duration left = Duration.between(now, openUntil.get());
        Admission admission = now.isBefore(openUntil.get()) || !winsProbe(handle) ? Admission.WAIT : Admission.PROBE;
        return new Standing(admission, failures, found.flatMap(Row::trouble), left.compareTo(SOON) < 0 ? SOON : left);
    }

    private record Row(Optional<Instant> openUntil, int failures, Optional<Trouble> trouble) {}

    private boolean winsProbe(Handle handle) {
        Instant now = clock.instant();
        return handle.createUpdate("""
                update platform.integration_health
                set state = 'probing', changed_at = :now, seen_at = :now, open_until = :until
                where state <> 'closed' and open_until <= :now and
                """ + ROW)
                        .bind("row", row)
                        .bind("now", at(now))
                        .bind("until", at(now.plus(PROBE_LEASE)))
                        .execute()
                == 1;
    }

    /** Work failed in a way that LiteLLM may be the cause of. Returns how many in a row have, of all processes. */
    public int failed(Handle handle) {
        return handle.createQuery("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, failures)
                values ('litellm', :row, platform.caller_room(), 'closed', 'epoch', 'epoch', 1)
                on conflict (integration, instance) do update set failures = health.failures + 1
                returning failures
                """).bind("row", row).mapTo(Integer.class).one();
    }

    /** Work succeeded, or LiteLLM said of itself that it is well: the failures before it stand alone. */
    public void answered(Handle handle) {
        handle.createUpdate("update platform.integration_health set failures = 0 where failures > 0 and" + ROW)
                .bind("row", row)
                .execute();
    }

    /**
     * An outage was noticed, or a credential that LiteLLM refuses.
     *
     * @return the id of the episode that this call opened; empty where the fleet was in one already
     */
    public Optional<UUID> opened(Handle handle, Trouble trouble) {
        return open(handle.createQuery("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', :row, platform.caller_room(), 'open', :now, :now, :until, :episode, :cause)
                on conflict (integration, instance) do update
                  set state = 'open', changed_at = :now, seen_at = :now, open_until = :until,
                      episode = :episode, cause = :cause, failures = 0
                  where health.state = 'closed' or health.cause = 'throttled'
                returning episode
                """), trouble, PAUSE)
                .bind("episode", ids.next())
                .mapTo(UUID.class)
                .findOne();
    }

    /** LiteLLM wants to be asked later: calls wait for so long, and nobody is told, since it answers. */
    public void throttled(Handle handle, Duration wait) {
        open(handle.createUpdate("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, open_until, cause)
                values ('litellm', :row, platform.caller_room(), 'open', :now, :now, :until, :cause)
                on conflict (integration, instance) do update
                  set state = 'open', seen_at = :now, episode = null, cause = :cause, failures = 0,
                      open_until = greatest(health.open_until, :until),
                      changed_at = case when health.state = 'closed' then :now else health.changed_at end
                  where health.state = 'closed' or health.cause = 'throttled'
                """), Trouble.THROTTLED, wait).execute();
    }

    private <T extends SqlStatement<T>> T open(T statement, Trouble trouble, Duration pause) {
        Instant now = clock.instant();
        return statement
                .bind("row", row)
                .bind("now", at(now))
                .bind("until", at(now.plus(pause)))
                .bind("cause", trouble.word());
    }

    /** The probe failed: the same episode goes on for another pause. */
    public void goesOn(Handle handle) {
        Instant now = clock.instant();
        handle.createUpdate("""
                update platform.integration_health
                set state = 'open', changed_at = :now, seen_at = :now, open_until = :until
                where state = 'probing' and
                """ + ROW)
                .bind("row", row)
                .bind("now", at(now))
                .bind("until", at(now.plus(PAUSE)))
                .execute();
    }

    /**
     * LiteLLM answered as it should.
     *
     * @return the id of the episode that this call ended; empty where there was none
     */
    public Optional<UUID> ended(Handle handle) {
        return end(handle, "");
    }

    /** LiteLLM can be reached again, which ends an outage, but makes no credential good. Returns as {@link #ended}. */
    public Optional<UUID> reachable(Handle handle) {
        return end(handle, " and cause is distinct from 'credential' and cause is distinct from 'throttled'");
    }

    private Optional<UUID> end(Handle handle, String which) {
        return handle.createQuery("""
                update platform.integration_health
                set state = 'closed', changed_at = :now, seen_at = :now, open_until = null, cause = null, failures = 0
                where state <> 'closed' and
                """ + ROW + which + " returning episode")
                .bind("row", row)
                .bind("now", at(clock.instant()))
                .mapTo(UUID.class)
                .findOne();
    }

    /** Writes down that LiteLLM answered just now, which version it is, and which ones this release was proven on. */
    public void isVersion(Handle handle, Optional<String> version) {
        handle.createUpdate("""
                insert into platform.integration_health as health
                  (integration, instance, room, state, changed_at, seen_at, version, proven)
                values ('litellm', :row, platform.caller_room(), 'closed', :now, :now, :version, cast(:proven as text[]))
                on conflict (integration, instance) do update
                  set seen_at = :now, version = excluded.version, proven = excluded.proven,
                      changed_at = case when health.changed_at = 'epoch' then :now else health.changed_at end
                """)
                .bind("row", row)
                .bind("now", at(clock.instant()))
                .bind("version", version.orElse(null))
                .bind("proven", ProvenVersions.ALL.toArray(String[]::new))
                .execute();
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
