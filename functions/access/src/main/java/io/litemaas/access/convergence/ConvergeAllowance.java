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

/** Blocks a key in LiteLLM whose budget is exhausted, and lifts that block when there is room again. */
@ApplicationScoped
public class ConvergeAllowance {
    private static final String NAME = "access/converge-allowance";

    private final Inbox inbox;
    private final KeyConvergence convergence;
    private final Clock clock;

    ConvergeAllowance(@DataSource("access") Inbox inbox, KeyConvergence convergence, Clock clock) {
        this.inbox = inbox;
        this.convergence = convergence;
        this.clock = clock;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.allowance.changed.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void converge(CloudEvent<JsonNode> changed) {
        boolean claimed =
                inbox.mark(changed, "spend", NAME, (handle, id) -> new DueHashes(handle).ofKey(id, clock.instant()));
        if (claimed) {
            convergence.convergeAllDue();
        }
    }
}
