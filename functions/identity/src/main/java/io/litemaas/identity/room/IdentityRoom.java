package io.litemaas.identity.room;

import io.agroal.api.AgroalDataSource;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.event.Relay;
import io.litemaas.platform.job.Job;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the room's beans, each told apart by the name of its pool. */
class IdentityRoom {
    private static final String NAME = "identity";

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
    Outbox outbox(@DataSource(NAME) Room room, @DataSource(NAME) Relay relay, RoomParts parts) {
        return parts.outbox(room, relay);
    }

    @Produces
    @Singleton
    @DataSource(NAME)
    JobRunner jobs(
            @DataSource(NAME) Room room, @DataSource(NAME) Relay relay, RoomParts parts, @All List<Job> everybodys) {
        return parts.jobs(room, relay, everybodys);
    }
}
