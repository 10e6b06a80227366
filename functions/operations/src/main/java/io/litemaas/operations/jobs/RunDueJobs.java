package io.litemaas.operations.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** On each tick, wakes the rooms that have a job due and work waiting for it. */
@ApplicationScoped
public class RunDueJobs {
    private final DueJobs due;

    RunDueJobs(DueJobs due) {
        this.due = due;
    }

    /** Takes the tick of a Knative PingSource; it carries nothing, so nothing is looked up. */
    @Funq("jobs/run-due")
    @CloudEventMapping(
            trigger = "dev.knative.sources.ping",
            attributes = @EventAttribute(name = "handler", value = "jobs/run-due"))
    public void tick(CloudEvent<JsonNode> tick) {
        due.announce();
    }
}
