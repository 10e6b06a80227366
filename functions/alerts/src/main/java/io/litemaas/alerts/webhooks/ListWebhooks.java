package io.litemaas.alerts.webhooks;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.List;

/** Lists the webhooks, without their secrets. */
@ApplicationScoped
public class ListWebhooks {
    private final Room room;

    ListWebhooks(@DataSource("alerts") Room room) {
        this.room = room;
    }

    @Funq("alerts/webhooks/list")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<Webhook> list(@Valid PageQuery query) {
        List<Webhook> webhooks = room.read(handle -> new WebhookDao(handle).page(query.after(), query.getLimit() + 1));
        return Page.of(webhooks, query.getLimit(), Webhook::id);
    }
}
