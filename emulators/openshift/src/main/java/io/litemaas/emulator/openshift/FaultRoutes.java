package io.litemaas.emulator.openshift;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** {@code /emulator/faults}: reads, replaces and clears the switches from outside this JVM. */
record FaultRoutes(Faults faults) {
    private static final String PATH = "/emulator/faults";
    private static final Set<String> FIELDS = Set.of("token", "user", "slowMillis", "withoutGroups", "refuse");

    void mountOn(Router router) {
        router.get(PATH).handler(this::answer);
        router.put(PATH).handler(this::replace);
        router.delete(PATH).handler(exchange -> {
            faults.clear();
            answer(exchange);
        });
    }

    private void replace(RoutingContext exchange) {
        try {
            faults.set(parse(exchange.body().asJsonObject()));
            answer(exchange);
        } catch (DecodeException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            // The body is the caller's, who is at this machine: one sentence is enough for any way to get it wrong.
            exchange.response()
                    .setStatusCode(400)
                    .end("expected JSON with " + FIELDS + "; faults are none, down, hang, error, garbage, slow");
        }
    }

    private static FaultPlan parse(JsonObject body) {
        if (!FIELDS.containsAll(body.fieldNames())) {
            throw new IllegalArgumentException("unknown field");
        }
        return new FaultPlan(
                fault(body, "token"),
                fault(body, "user"),
                body.getLong("slowMillis", FaultPlan.NONE.slowMillis()),
                body.getBoolean("withoutGroups", false),
                body.getBoolean("refuse", false));
    }

    private static Fault fault(JsonObject body, String field) {
        return Fault.of(body.getString(field, Fault.NONE.word()))
                .orElseThrow(() -> new IllegalArgumentException("unknown fault"));
    }

    private void answer(RoutingContext exchange) {
        FaultPlan plan = faults.current();
        exchange.json(new JsonObject()
                .put("token", plan.token().word())
                .put("user", plan.user().word())
                .put("slowMillis", plan.slowMillis())
                .put("withoutGroups", plan.withoutGroups())
                .put("refuse", plan.refuse()));
    }
}
