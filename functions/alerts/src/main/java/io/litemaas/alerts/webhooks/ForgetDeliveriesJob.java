package io.litemaas.alerts.webhooks;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Gives up what waits for a webhook that was disabled, and forgets deliveries that ended, thirty days after they began. */
@Singleton
class ForgetDeliveriesJob implements Job {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SLICE = 500;

    private final Room room;
    private final Clock clock;

    ForgetDeliveriesJob(@DataSource("alerts") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts.forget-deliveries";
    }

    @Override
    public boolean slice() {
        return SLICE
                == room.inTransaction(handle -> {
                    DeliveryDao deliveries = new DeliveryDao(handle);
                    deliveries.giveUp(clock.instant());
                    return deliveries.forget(clock.instant().minus(KEPT), SLICE);
                });
    }
}
