package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells all admins and all webhooks that LiteLLM can be used again. */
@ApplicationScoped
public class TellIntegrationClosed {
    private static final String NAME = "alerts/tell-integration-closed";

    private final Hearing hearing;
    private final Telling telling;

    TellIntegrationClosed(Hearing hearing, Telling telling) {
        this.hearing = hearing;
        this.telling = telling;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.integration.closed.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void closed(CloudEvent<JsonNode> event) {
        hearing.once(
                event,
                "access",
                NAME,
                (handle, id) ->
                        new EpisodeDao(handle).ofEvent(id).ifPresent(episode -> telling.closed(handle, id, episode)));
    }
}
