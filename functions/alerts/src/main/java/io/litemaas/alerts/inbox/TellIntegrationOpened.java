package io.litemaas.alerts.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells all admins and all webhooks that LiteLLM can't be used, and why. */
@ApplicationScoped
public class TellIntegrationOpened {
    private static final String NAME = "alerts/tell-integration-opened";

    private final Hearing hearing;
    private final Telling telling;

    TellIntegrationOpened(Hearing hearing, Telling telling) {
        this.hearing = hearing;
        this.telling = telling;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.integration.opened.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void opened(CloudEvent<JsonNode> event) {
        hearing.once(
                event,
                "access",
                NAME,
                (handle, id) ->
                        new EpisodeDao(handle).ofEvent(id).ifPresent(episode -> telling.opened(handle, id, episode)));
    }
}
