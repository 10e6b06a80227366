package io.litemaas.operations.sample;

import io.agroal.api.AgroalDataSource;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.event.Relay;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

class OperationsRoom {
    @Produces
    @Singleton
    @DataSource("operations")
    Room room(@DataSource("operations") AgroalDataSource pool) {
        return Room.over("operations", pool);
    }

    @Produces
    @Singleton
    @DataSource("operations")
    Relay relay(@DataSource("operations") Room room, RoomParts parts) {
        return parts.relay(room);
    }

    @Produces
    @Singleton
    @DataSource("operations")
    Outbox outbox(@DataSource("operations") Room room, @DataSource("operations") Relay relay, RoomParts parts) {
        return parts.outbox(room, relay);
    }

    @Produces
    @Singleton
    @DataSource("operations")
    JobRunner jobs(@DataSource("operations") Room room, @DataSource("operations") Relay relay, RoomParts parts) {
        return parts.jobs(room, relay, List.of());
    }
}
