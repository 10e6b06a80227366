package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.Courier;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Hears an event once, writes its messages in the same transaction, and brings webhooks theirs at once. */
@Singleton
class Hearing {
    private final Room room;
    private final Inbox inbox;
    private final Courier courier;

    Hearing(@DataSource("alerts") Room room, RoomParts parts, Courier courier) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.courier = courier;
    }

    /**
     * Has an event told of, if it is genuine and new.
     *
     * @param publisher the room that announces such events
     * @param telling gets the event's id
     */
    void once(CloudEvent<JsonNode> event, String publisher, String handler, BiConsumer<Handle, UUID> telling) {
        boolean heard = room.inTransaction(handle -> {
            boolean fresh = inbox.claim(handle, event, publisher, handler);
            if (fresh) {
                telling.accept(handle, UUID.fromString(event.id()));
            }
            return fresh;
        });
        if (heard) {
            // the first attempt is at once; what fails now, the job tries again
            courier.slice();
        }
    }
}
