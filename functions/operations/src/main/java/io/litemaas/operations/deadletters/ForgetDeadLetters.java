package io.litemaas.operations.deadletters;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets letters whose events are forgotten, so that sending them again would do nothing. */
@Singleton
class ForgetDeadLetters implements Job {
    private static final Duration EVENTS_LIVE = Duration.ofDays(30);
    private static final int SLICE = 500;

    private final Room room;
    private final Clock clock;

    ForgetDeadLetters(@DataSource("operations") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "operations.forget-dead-letters";
    }

    @Override
    public boolean slice() {
        return SLICE
                == room.inTransaction(handle ->
                        new DeadLetterDao(handle).forget(clock.instant().minus(EVENTS_LIVE), SLICE));
    }
}
