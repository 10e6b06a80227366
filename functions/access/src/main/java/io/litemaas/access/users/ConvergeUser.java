package io.litemaas.access.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes LiteLLM know a person who has signed in. */
@ApplicationScoped
public class ConvergeUser {
    private static final String NAME = "access/converge-user";

    private final Inbox inbox;
    private final UserConvergence convergence;
    private final Clock clock;

    ConvergeUser(@DataSource("access") Inbox inbox, UserConvergence convergence, Clock clock) {
        this.inbox = inbox;
        this.convergence = convergence;
        this.clock = clock;
    }

    @Funq(NAME)
    @CloudEventMapping(
            trigger = "io.litemaas.user.signed-in.v1",
            attributes = @EventAttribute(name = "handler", value = NAME))
    public void converge(CloudEvent<JsonNode> signedIn) {
        boolean claimed =
                inbox.mark(signedIn, "identity", NAME, (handle, id) -> new UserDao(handle).due(id, clock.instant()));
        if (claimed) {
            convergence.convergeDue();
        }
    }
}
