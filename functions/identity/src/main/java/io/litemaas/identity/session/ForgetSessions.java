package io.litemaas.identity.session;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Forgets sessions that nobody can continue any more. */
@Singleton
class ForgetSessions implements Job {
    private static final int SLICE = 500;

    private final Room room;
    private final Clock clock;

    ForgetSessions(@DataSource("identity") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.forget-sessions";
    }

    @Override
    public boolean slice() {
        return SLICE == room.inTransaction(handle -> new SessionDao(handle).forget(clock.instant(), SLICE));
    }
}
