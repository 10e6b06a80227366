package io.litemaas.operations.jobs;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Decides which jobs to announce, in one transaction that a second tick skips over. */
@Singleton
class DueJobs {
    private final Room room;
    private final Outbox outbox;
    private final Clock clock;

    DueJobs(@DataSource("operations") Room room, @DataSource("operations") Outbox outbox, Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.clock = clock;
    }

    void announce() {
        Instant now = clock.instant();
        room.useTransaction(handle -> {
            JobDao dao = new JobDao(handle);
            Map<String, Map<String, Long>> waiting = new HashMap<>();
            for (JobDao.DueJob job : dao.lockDue(now)) {
                boolean work = waiting.computeIfAbsent(job.room(), dao::waiting).getOrDefault(job.name(), 0L) > 0;
                if (work) {
                    outbox.announceJob(handle, JobRunner.JOB_DUE, job.name());
                }
                dao.reschedule(job, now, work);
            }
        });
    }
}
