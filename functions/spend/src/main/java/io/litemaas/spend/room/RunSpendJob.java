package io.litemaas.spend.room;

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
public class RunSpendJob {
    private static final String NAME = "spend/run-job";

    private final JobRunner jobs;

    RunSpendJob(@DataSource("spend") JobRunner jobs) {
        this.jobs = jobs;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = JobRunner.JOB_DUE, attributes = @EventAttribute(name = "handler", value = NAME))
    public void run(CloudEvent<JsonNode> event) {
        jobs.run(event, NAME);
    }
}
