package io.litemaas.emulator.litellm;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Between HTTP and the routes: admits the caller, runs the operation under the lock, sends the answer or cuts it. */
final class Face {
    private static final String ENTRY = "emulator.entry";
    private static final String FAULT = "emulator.fault";

    private final Router router;
    private final Object lock;
    private final Gate gate;
    private final Faults faults;
    private final Runnable beforeEach;
    private final Runnable afterChange;
    private final Rejections rejections;

    /**
     * @param beforeEach applies what has become due
     * @param afterChange keeps the state
     */
    Face(
            Router router,
            Object lock,
            Gate gate,
            Faults faults,
            Runnable beforeEach,
            Runnable afterChange,
            Rejections rejections) {
        this.router = router;
        this.lock = lock;
        this.gate = gate;
        this.faults = faults;
        this.beforeEach = beforeEach;
        this.afterChange = afterChange;
        this.rejections = rejections;
    }

    /** Told of each call of a model that the gate refused, since LiteLLM logs those too. */
    interface Rejections {
        void refused(Call call, Refusal refusal);
    }

    void get(String path, Access access, Operation operation) {
        router.route(HttpMethod.GET, path).handler(handler(access, operation));
    }

    void post(String path, Access access, Operation operation) {
        router.route(HttpMethod.POST, path).handler(handler(access, operation));
    }

    /** A route of the emulator's own. */
    void put(String path, Operation operation) {
        router.route(HttpMethod.PUT, path).handler(handler(Access.PUBLIC, operation));
    }

    /** A route of the emulator's own. */
    void delete(String path, Operation operation) {
        router.route(HttpMethod.DELETE, path).handler(handler(Access.PUBLIC, operation));
    }

    private Handler<RoutingContext> handler(Access access, Operation operation) {
        return context -> {
            Reply reply;
            synchronized (lock) {
                beforeEach.run();
                reply = answer(context, access, operation);
                if (!context.request().method().equals(HttpMethod.GET)) {
                    afterChange.run();
                }
            }
            deliver(context, reply);
        };
    }

    private Reply answer(RoutingContext context, Access access, Operation operation) {
        Call call = call(context, Caller.NOBODY);
        try {
            Caller caller = gate.admit(access, call);
            return operation.answer(call(context, caller));
        } catch (Refusal refusal) {
            if (access == Access.MODELS && call.method().equals("POST")) {
                rejections.refused(call, refusal);
            }
            return refusal.reply();
        }
    }

    private static Call call(RoutingContext context, Caller caller) {
        String text = Optional.ofNullable(context.body().asString()).orElse("");
        return new Call(
                context.request().method().name(),
                context.request().path(),
                context.request().headers(),
                context.queryParams(),
                text,
                caller);
    }

    private void deliver(RoutingContext context, Reply reply) {
        Fault fault = context.get(FAULT);
        if (fault != null && fault.kind() == FaultKind.LOSE_ANSWER) {
            context.request().connection().close();
        } else if (fault != null && fault.kind() == FaultKind.HOLD_AFTER) {
            faults.hold(held(context, fault), () -> context.vertx().runOnContext(go -> send(context, reply)));
        } else {
            send(context, reply);
        }
    }

    static Faults.HeldRequest held(RoutingContext context, Fault fault) {
        return new Faults.HeldRequest(
                context.request().method().name(), context.request().path(), fault.kind());
    }

    static void remember(RoutingContext context, RequestLog.Entry entry) {
        context.put(ENTRY, entry);
    }

    static void strikeLater(RoutingContext context, Fault fault) {
        context.put(FAULT, fault);
    }

    static void send(RoutingContext context, Reply reply) {
        RequestLog.Entry entry = context.get(ENTRY);
        if (entry != null) {
            entry.answered(reply.status());
        }
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (reply.events().isEmpty()) {
            response.putHeader("content-type", "application/json");
            response.end(Json.write(reply.body()));
            return;
        }
        response.putHeader("content-type", "text/event-stream; charset=utf-8").setChunked(true);
        reply.events().forEach(event -> response.write("data: " + event + "\n\n"));
        response.end();
    }
}
