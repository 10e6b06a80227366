package io.litemaas.emulator.openshift;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Stands before an endpoint and lets it fail as planned. */
record FaultGate(Faults faults, Function<FaultPlan, Fault> which) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext exchange) {
        FaultPlan plan = faults.current();
        switch (which.apply(plan)) {
            case NONE -> exchange.next();
            case DOWN -> exchange.request().connection().close();
            case HANG -> {
                // No answer is the answer: the connection stays until the client or the stop ends it.
            }
            case ERROR -> exchange.response().setStatusCode(500).end("stand-in: failing as asked");
            case GARBAGE ->
                exchange.response()
                        .putHeader("Content-Type", "text/html")
                        .end("<html><body>this is not what you asked for</body></html>");
            case SLOW -> exchange.vertx().setTimer(plan.slowMillis(), timer -> exchange.next());
        }
    }
}
