package io.litemaas.alerts.sample;

import io.agroal.api.AgroalDataSource;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class AlertsRoom {
    @Produces
    @Singleton
    @DataSource("alerts")
    Room room(@DataSource("alerts") AgroalDataSource pool) {
        return Room.over("alerts", pool);
    }
}
