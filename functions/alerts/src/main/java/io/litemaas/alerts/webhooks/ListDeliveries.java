package io.litemaas.alerts.webhooks;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.List;

/** Lists what was and is to be delivered to webhooks, with the receipts, the newest first. */
@ApplicationScoped
public class ListDeliveries {
    private final Room room;

    ListDeliveries(@DataSource("alerts") Room room) {
        this.room = room;
    }

    @Funq("alerts/deliveries/list")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<Delivery> list(@Valid DeliveryQuery query) {
        List<Delivery> deliveries = room.read(handle -> new DeliveryDao(handle).page(query, query.getLimit() + 1));
        return Page.of(deliveries, query.getLimit(), Delivery::id);
    }
}
