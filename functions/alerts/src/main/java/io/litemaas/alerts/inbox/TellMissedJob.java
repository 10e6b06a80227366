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

/**
 * Tells what nobody was told of because its event never came: a broker may lose what waits in it, and a dead letter may
 * never be sent again. And what was held back, since a LiteLLM that comes and goes is told of once an hour, and lasts.
 */
@Singleton
class TellMissedJob implements Job {
    private static final Logger LOG = Logger.getLogger(TellMissedJob.class);
    /** As long as a dead letter waits. */
    private static final Duration LOOKS_BACK = Duration.ofDays(30);
    /** What is younger has its event on the way, or is not committed yet. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final int PAGE = 100;

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
        return slice(() -> true);
    }

    /** All of it, page by page: what has nobody to be told would be found again by a reader that knows no place. */
    @Override
    public boolean slice(Lease lease) {
        Instant now = clock.instant();
        Instant to = now.minus(ON_ITS_WAY);
        Instant until = room.read(handle -> new ToldDao(handle).until());
        Instant from = until.isBefore(now.minus(LOOKS_BACK)) ? now.minus(LOOKS_BACK) : until;
        if (tellCrossings(from, to, lease) && tellLostKeys(from, to, lease)) {
            room.useTransaction(handle -> {
                telling.heldBack(handle);
                new ToldDao(handle).moveOn(to);
            });
        }
        return false;
    }

    /** Returns false where somebody else has the lease by now. */
    private boolean tellCrossings(Instant from, Instant to, Lease lease) {
        Place read = Place.behind(from);
        do {
            Place after = read;
            List<Crossing> crossings = room.inTransaction(handle -> {
                List<Crossing> untold = new CrossingDao(handle).untold(after, to, clock.instant(), PAGE);
                untold.forEach(crossing -> telling.crossed(handle, crossing));
                return untold;
            });
            warn(crossings.size(), "crossed budgets");
            if (crossings.size() < PAGE) {
                return true;
            }
            read = crossings.get(PAGE - 1).place();
        } while (lease.extend());
        return false;
    }

    /** The same. Each has an owner who is told, so none is found again. */
    private boolean tellLostKeys(Instant from, Instant to, Lease lease) {
        do {
            List<LostKey> keys = room.inTransaction(handle -> {
                List<LostKey> untold = new LostKeyDao(handle).untold(from, to, PAGE);
                untold.forEach(key -> telling.lost(handle, key));
                return untold;
            });
            warn(keys.size(), "lost keys");
            if (keys.size() < PAGE) {
                return true;
            }
        } while (lease.extend());
        return false;
    }

    private static void warn(int found, String what) {
        if (found > 0) {
            LOG.warnf(
                    "%d %s had not been told of: their events did not come, or there was nobody to tell.", found, what);
        }
    }
}
