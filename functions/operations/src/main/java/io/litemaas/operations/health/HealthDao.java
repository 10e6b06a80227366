package io.litemaas.operations.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads {@code platform.integration_health}, and counts {@code operations.dead_letter}. */
final class HealthDao {
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Handle handle;

    HealthDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * The fleet's row, and those of rooms and processes that may still live: an open one is looked at again within seconds.
     * One that was seen at the epoch has counted failures only.
     */
    List<Observation> observations(Instant now) {
        return handle.createQuery("""
                select integration, instance, room, state, changed_at, seen_at, open_until, cause
                from platform.integration_health
                where seen_at > 'epoch'
                  and (instance = '' or coalesce(open_until, seen_at + interval '1 day') > :deadSince)
                order by integration, instance
                """)
                .bind("deadSince", now.minus(SILENCE))
                .map((row, context) -> observation(row))
                .list();
    }

    LiteLlmVersion version() {
        return handle.createQuery("""
                select version, proven from platform.integration_health
                where integration = 'litellm' and instance = ''
                """)
                .map((row, context) ->
                        LiteLlmVersion.of(Optional.ofNullable(row.getString("version")), List.of((String[])
                                row.getArray("proven").getArray())))
                .findOne()
                .orElseGet(() -> LiteLlmVersion.of(Optional.empty(), List.of()));
    }

    /** What access has found LiteLLM to refuse for good. */
    long refusals() {
        return handle.createQuery("select open from access.published_refusal")
                .mapTo(Long.class)
                .one();
    }

    /** Whether spend has found LiteLLM to refuse for good to be asked for its log. */
    boolean isLogRefused() {
        return handle.createQuery("select open > 0 from spend.published_refusal")
                .mapTo(Boolean.class)
                .one();
    }

    long waitingDeadLetters() {
        return handle.createQuery("select count(*) from operations.dead_letter where resent_at is null")
                .mapTo(Long.class)
                .one();
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getString("integration"),
                row.getString("instance"),
                row.getString("room"),
                row.getString("state"),
                instant(row, "changed_at"),
                instant(row, "seen_at"),
                Optional.ofNullable(row.getObject("open_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("cause")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
