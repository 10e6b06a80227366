package io.litemaas.operations.deadletters;

import io.litemaas.platform.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code operations.dead_letter}. */
final class DeadLetterDao {
    private static final int MOST_OF_AN_EVENT = 20;

    private final Handle handle;

    DeadLetterDao(Handle handle) {
        this.handle = handle;
    }

    /** The subject under which a room announced the event; empty if none did. */
    Optional<String> announced(Undelivered event) {
        return handle.createQuery("""
                select subject from (
                  select * from identity.published_event union all select * from access.published_event
                  union all select * from spend.published_event union all select * from alerts.published_event
                  union all select * from operations.published_event) e
                where id = :id and type = :type and job is not distinct from :job limit 1
                """)
                .bind("id", event.eventId())
                .bind("type", event.type())
                .bind("job", event.job().orElse(null))
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Whatever the broker says the second time, the event is the same; it waits again. However many addresses letters name, an
     * event has few.
     */
    void keep(UUID id, Undelivered event, String handler, String subject, Instant now) {
        handle.createUpdate("""
                insert into operations.dead_letter as d
                  (id, event_id, handler, type, subject, job, data, code, reason, first_at, last_at, times)
                select :id, :event, :handler, :type, :subject, :job, cast(:data as jsonb), :code, :reason, cast(:now as timestamptz),
                       cast(:now as timestamptz), 1
                where (select count(*) from operations.dead_letter where event_id = :event and handler <> :handler) < :most
                on conflict (event_id, handler) do update
                set code = excluded.code, reason = excluded.reason, last_at = excluded.last_at, times = d.times + 1,
                    resent_at = null
                """)
                .bind("id", id)
                .bind("event", event.eventId())
                .bind("handler", handler)
                .bind("type", event.type())
                .bind("subject", subject)
                .bind("job", event.job().orElse(null))
                .bind("data", event.data())
                .bindByType("code", event.code().orElse(null), Integer.class)
                .bind("reason", event.reason().orElse(null))
                .bind("now", now)
                .bind("most", MOST_OF_AN_EVENT)
                .execute();
    }

    /** The first that were kept last. */
    List<DeadLetter> page(boolean waitingOnly, Optional<UUID> after, int most) {
        return handle.createQuery("""
                select id, event_id, type, subject, job, handler, code, reason, first_at, last_at, times, resent_at
                from operations.dead_letter
                where (not :waitingOnly or resent_at is null) and (:first or id < :after)
                order by id desc limit :most
                """)
                .bind("waitingOnly", waitingOnly)
                .bind("first", after.isEmpty())
                .bindByType("after", after.orElse(null), UUID.class)
                .bind("most", most)
                .map((row, context) -> letter(row))
                .list();
    }

    /** The event of a letter, which stays locked. */
    Optional<Waiting> lock(UUID id) {
        return handle.createQuery("""
                select event_id, type, subject, job, data::text as data, first_at, handler, resent_at is null as waits
                from operations.dead_letter where id = :id for update
                """)
                .bind("id", id)
                .map((row, context) -> new Waiting(event(row), row.getString("handler"), row.getBoolean("waits")))
                .findOne();
    }

    void resent(UUID id, Instant now) {
        handle.createUpdate("update operations.dead_letter set resent_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    int forget(Instant before, int most) {
        return handle.createUpdate("""
                delete from operations.dead_letter where id in (
                  select id from operations.dead_letter where last_at < :before limit :most)
                """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("job")),
                row.getString("data"),
                instant(row, "first_at"));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("job")),
                row.getString("handler"),
                Optional.ofNullable(row.getObject("code", Integer.class)),
                Optional.ofNullable(row.getString("reason")),
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getInt("times"),
                Optional.ofNullable(row.getObject("resent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A letter that is about to be sent again.
     *
     * @param waits false if that was done already
     */
    record Waiting(Event event, String handler, boolean waits) {}
}
