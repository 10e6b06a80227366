package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.Courier;
import io.litemaas.alerts.webhooks.WebhookMessages;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells the owner of a budget, all admins and all webhooks that it has reached a threshold. */
@ApplicationScoped
public class TellBudgetCrossed {
    private static final String NAME = "alerts/tell";
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";

    private final Room room;
    private final Inbox inbox;
    private final WebhookMessages webhooks;
    private final Courier courier;
    private final Clock clock;
    private final Ids ids;

    TellBudgetCrossed(
            @DataSource("alerts") Room room,
            RoomParts parts,
            WebhookMessages webhooks,
            Courier courier,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.webhooks = webhooks;
        this.courier = courier;
        this.clock = clock;
        this.ids = ids;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = CROSSED, attributes = @EventAttribute(name = "handler", value = NAME))
    public void crossed(CloudEvent<JsonNode> event) {
        if (room.inTransaction(handle -> tellOnce(handle, event))) {
            // the first attempt is at once; what fails now, the job tries again
            courier.slice();
        }
    }

    private boolean tellOnce(Handle handle, CloudEvent<JsonNode> event) {
        if (!inbox.claim(handle, event, "spend", NAME)) {
            return false;
        }
        new CrossingDao(handle).ofEvent(UUID.fromString(event.id())).ifPresent(crossing -> tell(handle, crossing));
        return true;
    }

    private void tell(Handle handle, Crossing crossing) {
        MessageDao messages = new MessageDao(handle);
        new CrossingDao(handle)
                .recipients(crossing.ownerId())
                .forEach(recipient -> messages.tell(ids.next(), recipient, crossing.news(), clock.instant()));
        webhooks.budgetCrossed(handle, crossing.id());
    }
}
