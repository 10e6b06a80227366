package io.litemaas.platform.job;

import io.litemaas.platform.room.Room;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements of a room's table {@code job_lease}: a row lock would die with a pooled connection, a lease does not. */
final class JobLease {
    private final Handle handle;
    private final String table;

    JobLease(Handle handle, Room room) {
        this.handle = handle;
        this.table = room.name() + ".job_lease";
    }

    /** The fence of the lease, if nobody holds it. */
    Optional<Long> take(String job, Instant now, Instant until) {
        return handle.createQuery("insert into " + table + """
                 as l (job, fence, lease_until) values (:job, 1, :until)
                on conflict (job) do update set fence = l.fence + 1, lease_until = excluded.lease_until
                where l.lease_until <= :now
                returning fence
                """)
                .bind("job", job)
                .bind("now", now)
                .bind("until", until)
                .mapTo(Long.class)
                .findOne();
    }

    /** Holds on to the lease for another slice; false if somebody else has it by now. */
    boolean extend(String job, long fence, Instant until) {
        return 1
                == handle.createUpdate(
                                "update " + table + " set lease_until = :until where job = :job and fence = :fence")
                        .bind("job", job)
                        .bind("fence", fence)
                        .bind("until", until)
                        .execute();
    }
}
