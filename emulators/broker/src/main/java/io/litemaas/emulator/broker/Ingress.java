package io.litemaas.emulator.broker;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code POST /} takes an event, {@code GET /} says that it is there.
 *
 * <p>Knative's in-memory channel answers a post when each Trigger is done with the event, repetitions and dead letter
 * included, and ends them when the poster hangs up; where it is asynchronous it answers at once.
 *
 * @param asynchronous whether the Broker is annotated so
 */
record Ingress(Deliveries deliveries, boolean asynchronous) {

    void addTo(Router router) {
        router.post("/").handler(this::accept);
        router.get("/").handler(context -> context.end("The broker stand-in takes events here by POST."));
    }

    private void accept(RoutingContext context) {
        CloudEvent event;
        try {
            event = CloudEvent.of(
                    headers(context.request().headers()), context.body().asString("UTF-8"));
        } catch (IllegalArgumentException e) {
            context.response().setStatusCode(400).end(e.getMessage());
            return;
        }
        AtomicBoolean hungUp = new AtomicBoolean();
        CompletableFuture<Boolean> done = deliveries.accept(event, hungUp::get);
        if (asynchronous) {
            context.response().setStatusCode(202).end();
        } else {
            context.response().closeHandler(closed -> hungUp.set(true));
            Future.fromCompletionStage(done, context.vertx().getOrCreateContext())
                    .onSuccess(taken ->
                            context.response().setStatusCode(taken ? 202 : 500).end());
        }
    }

    private static Map<String, List<String>> headers(MultiMap headers) {
        Map<String, List<String>> byName = new TreeMap<>();
        headers.names().forEach(name -> byName.put(name, headers.getAll(name)));
        return byName;
    }
}
