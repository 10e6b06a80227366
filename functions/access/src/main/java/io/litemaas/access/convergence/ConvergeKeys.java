package io.litemaas.access.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes LiteLLM agree with keys that were changed here; they were marked in the transaction that changed them. */
@ApplicationScoped
public class ConvergeKeys {
    private static final String NAME = "access/converge-keys";

    private final Room room;
    private final Inbox inbox;
    private final KeyConvergence convergence;

    ConvergeKeys(@DataSource("access") Room room, @DataSource("access") Inbox inbox, KeyConvergence convergence) {
        this.room = room;
        this.inbox = inbox;
        this.convergence = convergence;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = DueHashes.KEYS_CHANGED, attributes = @EventAttribute(name = "handler", value = NAME))
    public void converge(CloudEvent<JsonNode> changed) {
        if (room.inTransaction(handle -> inbox.claim(handle, changed, "access", NAME))) {
            convergence.convergeAllDue();
        }
    }
}
