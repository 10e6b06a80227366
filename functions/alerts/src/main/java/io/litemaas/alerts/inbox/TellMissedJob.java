package io.litemaas.alerts.inbox;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Tells what nobody was told of because its event never came: a broker may lose what waits in it, and a dead letter may
 * never be sent again.
 */
@Singleton
class TellMissedJob implements Job {
    private static final Logger LOG = Logger.getLogger(TellMissedJob.class);
    /** As long as a dead letter waits. */
    private static final Duration LOOKS_BACK = Duration.ofDays(30);
    /** What is younger has its event on the way, or is not committed yet. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final int SLICE = 100;

    private final Room room;
    private final Telling telling;
    private final Clock clock;

    TellMissedJob(@DataSource("alerts") Room room, Telling telling, Clock clock) {
        this.room = room;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts.tell-missed";
    }

    @Override
    public boolean slice() {
        return room.inTransaction(this::tellSome);
    }

    private boolean tellSome(Handle handle) {
        Instant now = clock.instant();
        Instant to = now.minus(ON_ITS_WAY);
        ToldDao told = new ToldDao(handle);
        Instant from = told.until().isBefore(now.minus(LOOKS_BACK)) ? now.minus(LOOKS_BACK) : told.until();
        List<Crossing> crossings = new CrossingDao(handle).untold(from, to, now, SLICE);
        List<LostKey> keys = new LostKeyDao(handle).untold(from, to, SLICE);
        crossings.forEach(crossing -> telling.crossed(handle, crossing));
        keys.forEach(key -> telling.lost(handle, key));
        if (!crossings.isEmpty() || !keys.isEmpty()) {
            LOG.warnf(
                    "%d crossed budgets and %d lost keys had not been told of: their events did not come.",
                    crossings.size(), keys.size());
        }
        if (crossings.size() == SLICE || keys.size() == SLICE) {
            return true;
        }
        told.moveOn(to);
        return false;
    }
}
