package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.Courier;
import io.litemaas.platform.event.Inbox;
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
    private final Telling telling;
    private final Courier courier;
    private final Clock clock;

    TellBudgetCrossed(@DataSource("alerts") Room room, RoomParts parts, Telling telling, Courier courier, Clock clock) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.telling = telling;
        this.courier = courier;
        this.clock = clock;
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
        new CrossingDao(handle)
                .ofEvent(UUID.fromString(event.id()), clock.instant())
                .ifPresent(crossing -> telling.crossed(handle, crossing));
        return true;
    }
}
