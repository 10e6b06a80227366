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
    /** The types that wait are found by steps through the index, so that nothing is read of what is left out. */
    static final String CLAIM = """
            with recursive waiting as (
              (select type from outbox where posted_at is null order by type limit 1)
              union all
              select (select o.type from outbox o where o.posted_at is null and o.type > w.type order by o.type limit 1)
              from waiting w where w.type is not null)
            update outbox
            set attempt = attempt + 1, next_attempt_at = cast(:now as timestamptz) + cast(:lease as interval)
            where id in (
              select due.id from waiting w cross join lateral (
                select o.id, o.next_attempt_at from outbox o
                where o.type = w.type and o.posted_at is null and o.next_attempt_at <= :now
                order by o.next_attempt_at limit :ofOneType for update skip locked) due
              where w.type <> all (:crowded)
              order by due.next_attempt_at, due.id limit :most)
            returning id, type, subject, job, data::text as data, created_at, attempt
            """;

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

    /**
     * Takes events for one attempt, a few of each type, whatever waits of the others. Whoever dies with them loses them
     * to the next relay after the lease.
     *
     * @param crowded the types to leave out
     */
    List<Claimed> claim(Instant now, Duration lease, int most, int ofOneType, List<String> crowded) {
        return handle.createQuery(CLAIM.replace("outbox", table))
                .bind("now", now)
                .bind("lease", lease)
                .bind("most", most)
                .bind("ofOneType", ofOneType)
                .bindArray("crowded", String.class, crowded)
                .map((row, context) -> new Claimed(event(row), row.getInt("attempt")))
                .list();
    }

    /** After an attempt that failed, unless another has begun since. */
    void postpone(UUID id, int attempt, Instant until) {
        handle.createUpdate("update " + table + """
                 set next_attempt_at = :until where id = :id and attempt = :attempt and posted_at is null
                """)
                .bind("until", until)
                .bind("id", id)
                .bind("attempt", attempt)
                .execute();
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
     * @param attempt which of its attempts this is, from 1
     */
    record Claimed(Event event, int attempt) {}
}
