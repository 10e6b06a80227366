package io.litemaas.access.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Blocks the keys of a person who was disabled, and lifts that block when they are enabled again. */
@ApplicationScoped
public class ConvergeOwner {
    private static final String NAME = "access/converge-owner";

    private final Inbox inbox;
    private final KeyConvergence convergence;
    private final Clock clock;

    ConvergeOwner(@DataSource("access") Inbox inbox, KeyConvergence convergence, Clock clock) {
        this.inbox = inbox;
        this.convergence = convergence;
        this.clock = clock;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.user.changed.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void converge(CloudEvent<JsonNode> changed) {
        boolean claimed = inbox.mark(
                changed, "identity", NAME, (handle, id) -> new DueHashes(handle).ofOwner(id, clock.instant()));
        if (claimed) {
            convergence.convergeAllDue();
        }
    }
}
