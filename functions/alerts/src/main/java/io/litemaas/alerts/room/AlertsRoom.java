package io.litemaas.alerts.room;

import io.agroal.api.AgroalDataSource;
import io.litemaas.platform.event.Relay;
import io.litemaas.platform.job.Job;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.litemaas.platform.seal.Seals;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;

/** Makes the room's beans, each told apart by the name of its pool. It announces nothing, so it has no outbox. */
class AlertsRoom {
    private static final String NAME = "alerts";

    @Produces
    @Singleton
    @DataSource(NAME)
    Room room(@DataSource(NAME) AgroalDataSource pool) {
        return Room.over(NAME, pool);
    }

    @Produces
    @Singleton
    @DataSource(NAME)
    Relay relay(@DataSource(NAME) Room room, RoomParts parts) {
        return parts.relay(room);
    }

    @Produces
    @Singleton
    @DataSource(NAME)
    JobRunner jobs(
            @DataSource(NAME) Room room, @DataSource(NAME) Relay relay, RoomParts parts, @All List<Job> everybodys) {
        return parts.jobs(room, relay, everybodys);
    }

    /** Each webhook's secret is sealed for the webhook's row. */
    @Produces
    @Singleton
    @DataSource(NAME)
    Seals seals(AlertsConfig config, SecureRandom randomness) {
        return new Seals(config.seal().current(), config.seal().values(), randomness);
    }
}
