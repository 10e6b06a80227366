package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Tells the owner of a budget, all admins and all webhooks that it has reached a threshold. */
@ApplicationScoped
public class TellBudgetCrossed {
    private static final String NAME = "alerts/tell";
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";

    private final Hearing hearing;
    private final Telling telling;
    private final Clock clock;

    TellBudgetCrossed(Hearing hearing, Telling telling, Clock clock) {
        this.hearing = hearing;
        this.telling = telling;
        this.clock = clock;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = CROSSED, attributes = @EventAttribute(name = "handler", value = NAME))
    public void crossed(CloudEvent<JsonNode> event) {
        hearing.once(
                event,
                "spend",
                NAME,
                (handle, id) -> new CrossingDao(handle)
                        .ofEvent(id, clock.instant())
                        .ifPresent(crossing -> telling.crossed(handle, crossing)));
    }
}
