package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the owner of a key that LiteLLM has lost it: only they can put a new one in its place. */
@ApplicationScoped
public class TellKeyLost {
    private static final String NAME = "alerts/tell-key-lost";

    private final Room room;
    private final Inbox inbox;
    private final Telling telling;

    TellKeyLost(@DataSource("alerts") Room room, RoomParts parts, Telling telling) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.telling = telling;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.key.lost.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void lost(CloudEvent<JsonNode> event) {
        room.useTransaction(handle -> {
            if (inbox.claim(handle, event, "access", NAME)) {
                new LostKeyDao(handle).ofEvent(UUID.fromString(event.id())).ifPresent(key -> telling.lost(handle, key));
            }
        });
    }
}
