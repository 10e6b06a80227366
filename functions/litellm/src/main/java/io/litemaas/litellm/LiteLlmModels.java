package io.litemaas.litellm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Retry;

/** LiteLLM's catalogue of models. */
@ApplicationScoped
@Retry(
        maxRetries = Repeat.TIMES,
        delay = Repeat.DELAY_MILLIS,
        jitter = Repeat.JITTER_MILLIS,
        retryOn = LiteLlmUnavailable.class,
        abortOn = NotTried.class)
public class LiteLlmModels {
    private final Exchange exchange;

    LiteLlmModels(Exchange exchange) {
        this.exchange = exchange;
    }

    /** All deployments. {@code /model/info} has no pages; it lists the configuration, not what people make. */
    public List<Deployment> deployments(Deadline deadline) {
        return exchange.ask(Call.get("/model/info", Map.of()), deadline).objects("data").stream()
                .map(Deployment::from)
                .toList();
    }
}
