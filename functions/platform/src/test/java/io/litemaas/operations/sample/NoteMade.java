package io.litemaas.operations.sample;

import com.fasterxml.jackson.databind.JsonNode;
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
public class NoteMade {
    public static final String TYPE = "io.litemaas.sample.made.v1";

    private final Room room;
    private final Inbox inbox;
    private final Audit audit;

    NoteMade(@DataSource("operations") Room room, RoomParts parts) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.audit = parts.audit();
    }

    @Funq("samples/note")
    @CloudEventMapping(trigger = TYPE, attributes = @EventAttribute(name = "handler", value = "samples/note"))
    public void note(CloudEvent<JsonNode> event) {
        room.useTransaction(handle -> {
            if (inbox.claim(handle, event, "operations", "samples/note")) {
                audit.record(handle, Optional.empty(), "sample.noted", event.subject(), Map.of());
            }
        });
    }
}
