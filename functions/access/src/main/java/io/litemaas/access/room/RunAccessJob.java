package io.litemaas.access.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmThrottled;
import io.litemaas.litellm.LiteLlmUnavailable;
import io.litemaas.platform.job.JobRunner;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Runs a job of this room when it is due. What LiteLLM does not do now, it does the next time: nothing is thrown for it. */
@ApplicationScoped
public class RunAccessJob {
    private static final String NAME = "access/run-job";

    private static final Logger LOG = Logger.getLogger(RunAccessJob.class);

    private final JobRunner jobs;

    RunAccessJob(@DataSource("access") JobRunner jobs) {
        this.jobs = jobs;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = JobRunner.JOB_DUE, attributes = @EventAttribute(name = "handler", value = NAME))
    public void run(CloudEvent<JsonNode> event) {
        try {
            jobs.run(event, NAME);
        } catch (LiteLlmUnavailable | LiteLlmThrottled e) {
            LOG.debugf("A job waits: %s", e.getMessage());
        } catch (LiteLlmException e) {
            LOG.warnf("A job was broken off: %s", e.getMessage());
        }
    }
}
