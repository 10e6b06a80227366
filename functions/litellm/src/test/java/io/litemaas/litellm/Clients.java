package io.litemaas.litellm;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** The five clients, made by hand: no container, and so without the guard's policy and the retries. */
record Clients(LiteLlmUsers users, LiteLlmKeys keys, LiteLlmModels models, LiteLlmSpend spend, LiteLlmHealth health) {
    static Clients of(LiteLlmConfig config) {
        Exchange exchange = new Exchange(new Guard(new Wire(config)), new SimpleMeterRegistry(), Clock.systemUTC());
        return new Clients(
                new LiteLlmUsers(exchange),
                new LiteLlmKeys(exchange),
                new LiteLlmModels(exchange),
                new LiteLlmSpend(exchange),
                new LiteLlmHealth(exchange));
    }
}
