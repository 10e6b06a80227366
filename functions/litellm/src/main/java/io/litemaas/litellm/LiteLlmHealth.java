package io.litemaas.litellm;

import jakarta.enterprise.context.ApplicationScoped;

/** LiteLLM's own word on its health; asked without a key. */
@ApplicationScoped
public class LiteLlmHealth {
    private static final Call READINESS = Call.getWithoutKey("/health/readiness");

    private final Exchange exchange;

    LiteLlmHealth(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Whether it can serve, its database included: without that a 404 of it proves nothing. Never throws. */
    public boolean isReady(Deadline deadline) {
        try {
            Fields answer = exchange.ask(READINESS, deadline);
            return answer.text("status").equals("healthy") && answer.text("db").equals("connected");
        } catch (LiteLlmException e) {
            return false;
        }
    }
}
