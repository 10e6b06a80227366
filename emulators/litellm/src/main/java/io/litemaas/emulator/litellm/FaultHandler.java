package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Stands before all of LiteLLM's routes: notes the request and lets a fault strike it. */
final class FaultHandler implements Handler<RoutingContext> {
    private final Faults faults;
    private final RequestLog requests;

    FaultHandler(Faults faults, RequestLog requests) {
        this.faults = faults;
        this.requests = requests;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        if (path.startsWith("/emulator/")) {
            context.next();
            return;
        }
        Face.remember(context, requests.add(context.request().method().name(), path));
        Optional<Fault> fault = faults.strike(path);
        fault.ifPresentOrElse(struck -> strike(context, struck), context::next);
    }

    private void strike(RoutingContext context, Fault fault) {
        switch (fault.kind()) {
            case DOWN -> context.request().connection().close();
            case HANG ->
                faults.hold(
                        Face.held(context, fault),
                        () -> context.request().connection().close());
            case SLOW -> context.vertx().setTimer(Math.max(1, fault.delay().toMillis()), timer -> context.next());
            case ERROR500 -> Face.send(context, internalServerError());
            case GARBAGE -> garbage(context);
            case ECHO -> echo(context);
            case UNAUTHORIZED, FORBIDDEN, THROTTLED, REFUSED400, REFUSED422 ->
                Face.send(context, RefusedByFault.reply(fault, context.request().path()));
            case HOLD_BEFORE ->
                faults.hold(Face.held(context, fault), () -> context.vertx().runOnContext(go -> context.next()));
            case HOLD_AFTER, LOSE_ANSWER -> {
                Face.strikeLater(context, fault);
                context.next();
            }
            case DROP_PUSH, DATABASE_DOWN -> context.next();
        }
    }

    private static Reply internalServerError() {
        ObjectNode body = Json.object();
        body.putObject("error").put("message", "Internal server error").put("type", "internal_server_error");
        return Reply.of(500, body);
    }

    private static void echo(RoutingContext context) {
        String sent =
                context.body().asString() + ", sent with " + context.request().headers();
        ObjectNode body = Json.object();
        body.putObject("error").put("message", "Not valid: " + sent).put("type", "bad_request_error");
        Face.send(context, Reply.of(400, body));
    }

    private static void garbage(RoutingContext context) {
        context.response().putHeader("content-type", "application/json").end("<html>}{ not what was asked for");
    }
}
