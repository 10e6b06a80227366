package io.litemaas.operations.jobs;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Decides which jobs to announce, in one transaction that a second tick skips over. */
@Singleton
class DueJobs {
    private static final Logger LOG = Logger.getLogger(DueJobs.class);
    private static final String LONGEST_ANSWER = "2s";
    private static final String ASKED = "asked";

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
            handle.execute("set local statement_timeout = '" + LONGEST_ANSWER + "'");
            JobDao dao = new JobDao(handle);
            for (JobDao.DueJob job : dao.lockDue(now)) {
                boolean announced =
                        hasWork(handle, dao, job) && outbox.announceJob(handle, JobRunner.JOB_DUE, job.name());
                dao.reschedule(job, now, announced);
            }
        });
    }

    /** A room that can't say whether it has work, or not in time, stops no other room's; it is asked again when it is due again. */
    private static boolean hasWork(Handle handle, JobDao dao, JobDao.DueJob job) {
        handle.savepoint(ASKED);
        try {
            boolean work = dao.hasWork(job);
            handle.releaseSavepoint(ASKED);
            return work;
        } catch (UnableToExecuteStatementException e) {
            handle.rollbackToSavepoint(ASKED);
            LOG.errorf(
                    "Whether %s is due can't be asked: %s",
                    job.name(), e.getCause().getMessage());
            return false;
        }
    }
}
