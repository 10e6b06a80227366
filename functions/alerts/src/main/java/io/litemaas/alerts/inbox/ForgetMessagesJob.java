package io.litemaas.alerts.inbox;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets messages after half a year, read or not. */
@Singleton
class ForgetMessagesJob implements Job {
    /** Longer than what is told late looks back, so that nobody is told twice. */
    private static final Duration KEPT = Duration.ofDays(180);

    private static final int SLICE = 500;

    private final Room room;
    private final Clock clock;

    ForgetMessagesJob(@DataSource("alerts") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts.forget-messages";
    }

    @Override
    public boolean slice() {
        return SLICE
                == room.inTransaction(
                        handle -> new MessageDao(handle).forget(clock.instant().minus(KEPT), SLICE));
    }
}
