package io.litemaas.spend.ledger;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Drops the months of requests that are no longer kept; their sums stay. */
@Singleton
class DropMonthsJob implements Job {
    private static final Logger LOG = Logger.getLogger(DropMonthsJob.class);

    private final Room room;
    private final Clock clock;

    DropMonthsJob(@DataSource("spend") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "spend.drop-months";
    }

    @Override
    public boolean slice() {
        try {
            return room.inTransaction(handle ->
                    FactDao.dropMonth(handle, KeptTime.at(clock.instant()).over()));
        } catch (JdbiException e) {
            // bookings go before it; tomorrow is early enough
            LOG.warnf("A month whose time is over can't be dropped today: %s", e.getMessage());
            return false;
        }
    }
}
