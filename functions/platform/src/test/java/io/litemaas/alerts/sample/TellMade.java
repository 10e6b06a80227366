package io.litemaas.alerts.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.operations.sample.NoteMade;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
public class TellMade {

    private final Room room;
    private final Inbox inbox;
    private final Audit audit;

    TellMade(@DataSource("alerts") Room room, RoomParts parts) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.audit = parts.audit();
    }

    @Funq("samples/tell")
    @CloudEventMapping(trigger = NoteMade.TYPE, attributes = @EventAttribute(name = "handler", value = "samples/tell"))
    public void tell(CloudEvent<JsonNode> event) {
        room.useTransaction(handle -> {
            if (inbox.claim(handle, event, "operations", "samples/tell")) {
                audit.record(handle, Optional.empty(), "sample.told", event.subject(), Map.of());
            }
        });
    }
}
