package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of a room's table {@code outbox}. */
final class OutboxDao {
    /** The room of a {@link Lane}, as the index has it. */
    private static final String ROOM = "coalesce(split_part(job, '.', 1), '')";

    /** The lanes that wait are found by steps through the index, so that nothing is read of what is left out. */
    static final String CLAIM = """
            with recursive waiting as (
              (select type, ROOM as room from outbox where posted_at is null order by type, ROOM limit 1)
              union all
              select next.type, next.room from waiting w cross join lateral (
                select type, ROOM as room from outbox where posted_at is null and (type, ROOM) > (w.type, w.room)
                order by type, ROOM limit 1) next),
            under_way as (
              select * from unnest(cast(:types as text[]), cast(:rooms as text[]), cast(:counts as integer[]))
                as u (type, room, count))
            update outbox
            set attempt = attempt + 1, next_attempt_at = cast(:now as timestamptz) + cast(:lease as interval)
            where id in (
              select due.id from waiting w left join under_way u on u.type = w.type and u.room = w.room
              cross join lateral (
                select id, next_attempt_at from outbox
                where type = w.type and ROOM = w.room and posted_at is null and next_attempt_at <= :now
                order by next_attempt_at limit :ofOneLane - coalesce(u.count, 0) for update skip locked) due
              order by due.next_attempt_at, due.id limit :most)
            returning id, type, subject, job, data::text as data, created_at, attempt
            """.replace("ROOM", ROOM);

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
     * Takes events for one attempt, a few of each lane, whatever waits of the others. Whoever dies with them loses them
     * to the next relay after the lease.
     *
     * @param underWay how many of each lane the caller has taken already
     */
    List<Claimed> claim(Instant now, Duration lease, int most, int ofOneLane, Map<Lane, Integer> underWay) {
        List<Lane> lanes = List.copyOf(underWay.keySet());
        return handle.createQuery(CLAIM.replace("outbox", table))
                .bind("now", now)
                .bind("lease", lease)
                .bind("most", most)
                .bind("ofOneLane", ofOneLane)
                .bindArray("types", String.class, lanes.stream().map(Lane::type).toList())
                .bindArray("rooms", String.class, lanes.stream().map(Lane::room).toList())
                .bindArray(
                        "counts",
                        Integer.class,
                        lanes.stream().map(underWay::get).toList())
                .map((row, context) -> new Claimed(event(row), row.getInt("attempt")))
                .list();
    }

    /** Whether an event of the job has not been posted yet. */
    boolean waits(String type, String job) {
        return handle.createQuery(
                        "select exists (select from " + table + " where posted_at is null and type = :type and " + ROOM
                                + " = split_part(:job, '.', 1) and job = :job)")
                .bind("type", type)
                .bind("job", job)
                .mapTo(Boolean.class)
                .one();
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
