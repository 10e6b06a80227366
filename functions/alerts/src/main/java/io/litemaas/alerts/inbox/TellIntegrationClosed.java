package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.IntegrationEpisode.Turn;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells all admins and all webhooks that LiteLLM can be used again. */
@ApplicationScoped
public class TellIntegrationClosed {
    private static final String NAME = "alerts/tell-integration-closed";

    private final EpisodeTidings tidings;

    TellIntegrationClosed(EpisodeTidings tidings) {
        this.tidings = tidings;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.integration.closed.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void closed(CloudEvent<JsonNode> event) {
        tidings.tell(event, NAME, Turn.CLOSED, Episode::closed);
    }
}
