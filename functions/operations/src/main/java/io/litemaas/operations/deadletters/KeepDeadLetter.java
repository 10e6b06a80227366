package io.litemaas.operations.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.face.EventHandler;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Keeps what the broker gave up on, if a room announced it; a forged letter does nothing. */
@ApplicationScoped
public class KeepDeadLetter {
    private static final Logger LOG = Logger.getLogger(KeepDeadLetter.class);
    private static final String NAME = "dead-letters/keep";

    private final Room room;
    private final Handlers handlers;
    private final Ids ids;
    private final Clock clock;

    KeepDeadLetter(@DataSource("operations") Room room, Handlers handlers, Ids ids, Clock clock) {
        this.room = room;
        this.handlers = handlers;
        this.ids = ids;
        this.clock = clock;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = EventHandler.UNDELIVERED, attributes = @EventAttribute(name = "handler", value = NAME))
    public void keep(CloudEvent<JsonNode> event) {
        Undelivered.of(event).ifPresent(this::keepIfAnnounced);
    }

    private void keepIfAnnounced(Undelivered event) {
        room.useTransaction(handle -> {
            DeadLetterDao dao = new DeadLetterDao(handle);
            dao.announced(event)
                    .ifPresent(subject -> handlers.of(event).forEach(handler -> {
                        dao.keep(ids.next(), event, handler, subject, clock.instant());
                        LOG.warnf("%s did not take event %s of type %s", handler, event.eventId(), event.type());
                    }));
        });
    }
}
