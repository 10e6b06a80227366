package io.litemaas.operations.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The statements of {@code operations.job}, and the views in which rooms say what waits. */
final class JobDao {
    private final Handle handle;

    JobDao(Handle handle) {
        this.handle = handle;
    }

    List<DueJob> lockDue(Instant now) {
        return handle.createQuery("""
                select name, room from operations.job
                where not paused and next_due <= :now
                order by name for update skip locked
                """)
                .bind("now", now)
                .map((row, context) -> new DueJob(row.getString("name"), row.getString("room")))
                .list();
    }

    /** How much waits in a room, by job. */
    Map<String, Long> waiting(String room) {
        return handle.createQuery(
                        "select job, sum(count)::bigint as count from " + room + ".published_due group by job")
                .setMapKeyColumn("job")
                .setMapValueColumn("count")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }

    void reschedule(DueJob job, Instant now, boolean ran) {
        handle.createUpdate("""
                update operations.job
                set next_due = cast(:now as timestamptz) + every,
                    last_run = case when :ran then cast(:now as timestamptz) else last_run end
                where name = :name
                """)
                .bind("now", now)
                .bind("ran", ran)
                .bind("name", job.name())
                .execute();
    }

    record DueJob(String name, String room) {}
}
