package io.litemaas.emulator.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /emulator/faults}: reads, replaces and clears the switches from outside this JVM. */
record FaultRoutes(Faults faults) {
    private static final String PATH = "/emulator/faults";
    private static final ObjectMapper JSON = new ObjectMapper();

    void addTo(Router router) {
        router.get(PATH).handler(this::answer);
        router.put(PATH).handler(this::replace);
        router.delete(PATH).handler(context -> {
            faults.clear();
            answer(context);
        });
    }

    private void replace(RoutingContext context) {
        try {
            faults.set(JSON.readValue(context.body().asString("UTF-8"), FaultPlan.class));
        } catch (JsonProcessingException e) {
            context.response()
                    .setStatusCode(400)
                    .end("expected JSON with duplicate, reorder (true, false), delayMillis, failEvery (numbers)");
            return;
        }
        answer(context);
    }

    private void answer(RoutingContext context) {
        try {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .end(JSON.writeValueAsString(faults.current()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
