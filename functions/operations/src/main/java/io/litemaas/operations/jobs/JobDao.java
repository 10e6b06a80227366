package io.litemaas.operations.jobs;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

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

    /** Whether work waits for a job: each has a view of its own. One that has no row, since its table has none, says no. */
    boolean hasWork(DueJob job) {
        return handle.createQuery("select coalesce((select due from " + job.view() + "), false)")
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * The next time is on the job's own grid, whose times lie in the midst between two ticks: so ticks that come a little early
     * or late leave none out, and one that comes twice finds nothing due.
     */
    void reschedule(DueJob job, Instant now, boolean ran) {
        handle.createUpdate("""
                update operations.job
                set next_due = next_due
                      + (floor(extract(epoch from cast(:now as timestamptz) - next_due) / extract(epoch from every)) + 1) * every,
                    last_run = case when :ran then cast(:now as timestamptz) else last_run end
                where name = :name
                """)
                .bind("now", now)
                .bind("ran", ran)
                .bind("name", job.name())
                .execute();
    }

    /**
     * A job whose time has come.
     *
     * @param name {@code <room>.<what>}
     */
    record DueJob(String name, String room) {
        String view() {
            return room + ".published_due_" + name.substring(room.length() + 1).replace('-', '_');
        }
    }
}
