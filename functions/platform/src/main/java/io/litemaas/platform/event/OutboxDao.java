package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of a room's table {@code outbox}. */
final class OutboxDao {
    private final Handle handle;
    private final String table;

    OutboxDao(Handle handle, Room room) {
        this.handle = handle;
        this.table = room.name() + ".outbox";
    }

    void insert(Event event) {
        handle.createUpdate("insert into " + table + """
                 (id, type, subject, job, data, created_at, next_attempt_at)
                values (:id, :type, :subject, :job, cast(:data as jsonb), :time, :time)
                """)
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("job", event.job().orElse(null))
                .bind("data", event.data())
                .bind("time", event.time())
                .execute();
    }

    /** The event may lie here from the time before; its data stay as they are. */
    void insertAgain(Event event, Instant now) {
        handle.createUpdate("insert into " + table + """
                 as o (id, type, subject, job, data, created_at, next_attempt_at)
                values (:id, :type, :subject, :job, cast(:data as jsonb), :time, :now)
                on conflict (id) do update set attempt = 0, next_attempt_at = excluded.next_attempt_at, posted_at = null
                """)
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("job", event.job().orElse(null))
                .bind("data", event.data())
                .bind("time", event.time())
                .bind("now", now)
                .execute();
    }

    /** Takes events for one attempt. Whoever dies with them loses them to the next relay after the lease. */
    List<Claimed> claim(Instant now, Duration lease, int most) {
        return handle.createQuery("update " + table + """
                 set attempt = attempt + 1,
                     next_attempt_at = cast(:now as timestamptz) + cast(:lease as interval) * least(power(2, attempt), 32)
                where id in (
                  select id from\s""" + table + """
                 where posted_at is null and next_attempt_at <= :now
                  order by next_attempt_at, id limit :most for update skip locked)
                returning id, type, subject, job, data::text as data, created_at, next_attempt_at
                """)
                .bind("now", now)
                .bind("lease", lease)
                .bind("most", most)
                .map((row, context) -> new Claimed(
                        event(row),
                        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void posted(UUID id, Instant now) {
        handle.createUpdate("update " + table + " set posted_at = :now where id = :id and posted_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("job")),
                row.getString("data"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /**
     * An event that was taken for one attempt.
     *
     * @param nextAttempt when it is due again, should this one fail
     */
    record Claimed(Event event, Instant nextAttempt) {}
}
