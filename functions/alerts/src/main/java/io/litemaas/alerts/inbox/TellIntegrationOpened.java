package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.alerts.webhooks.IntegrationEpisode.Turn;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells all admins and all webhooks that LiteLLM can't be used, and why. */
@ApplicationScoped
public class TellIntegrationOpened {
    private static final String NAME = "alerts/tell-integration-opened";

    private final EpisodeTidings tidings;

    TellIntegrationOpened(EpisodeTidings tidings) {
        this.tidings = tidings;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.integration.opened.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void opened(CloudEvent<JsonNode> event) {
        tidings.tell(event, NAME, Turn.OPENED, Episode::opened);
    }
}
