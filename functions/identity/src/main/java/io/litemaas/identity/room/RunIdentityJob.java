package io.litemaas.identity.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.job.JobRunner;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs a job of this room when it is due. */
@ApplicationScoped
public class RunIdentityJob {
    private static final String NAME = "identity/run-job";

    private final JobRunner jobs;

    RunIdentityJob(@DataSource("identity") JobRunner jobs) {
        this.jobs = jobs;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = JobRunner.JOB_DUE, attributes = @EventAttribute(name = "handler", value = NAME))
    public void run(CloudEvent<JsonNode> event) {
        jobs.run(event, NAME);
    }
}
