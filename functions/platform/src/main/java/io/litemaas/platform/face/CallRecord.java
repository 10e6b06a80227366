package io.litemaas.platform.face;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.log.Secrets;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * What is written down of each call of a function: a timer by function and outcome, and a line in the log. Names are
 * those of functions and problem codes, so that their number is bounded; of the caller only the id is told.
 */
@Singleton
class CallRecord {
    /** A timer; {@code code} is a problem's code, or {@code ok}. */
    static final String TIMER = "litemaas.function";

    private static final Logger LOG = Logger.getLogger("io.litemaas.calls");
    private static final String STARTED = CallRecord.class.getName();
    private static final String CODE = STARTED + ".code";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Functions functions;
    private final TraceIds traceIds;
    private final Ids ids;
    private final MeterRegistry meters;

    CallRecord(Functions functions, TraceIds traceIds, Ids ids, MeterRegistry meters) {
        this.functions = functions;
        this.traceIds = traceIds;
        this.ids = ids;
        this.meters = meters;
    }

    /** Notes the ids by which this call's lines are found; what is no function's is not recorded. */
    void begin(RoutingContext context) {
        String requestId = requestId(context.request());
        context.response().putHeader(REQUEST_ID, requestId);
        MDC.put("traceId", traceIds.of(context));
        MDC.put("requestId", requestId);
        String name = context.request().path().substring(1);
        if (functions.operation(name).isPresent() || functions.handler(name).isPresent()) {
            MDC.put("function", name);
            context.put(STARTED, System.nanoTime());
            context.addEndHandler(ended -> end(context, name));
        }
        context.next();
    }

    /** Notes which problem the call came to. */
    static void refused(RoutingContext context, String code) {
        context.put(CODE, code);
    }

    private void end(RoutingContext context, String function) {
        Duration took = Duration.ofNanos(System.nanoTime() - context.<Long>get(STARTED));
        String code = context.get(CODE, "ok");
        meters.timer(TIMER, "function", function, "code", code).record(took);
        MDC.put("status", context.response().getStatusCode());
        MDC.put("code", code);
        MDC.put("millis", took.toMillis());
        Caller.of(context).ifPresent(principal -> MDC.put("userId", principal.userId()));
        LOG.infof("%s %s in %d ms", function, code, took.toMillis());
    }

    private String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && HARMLESS.matcher(given).matches() && !Secrets.appearIn(given)
                ? given
                : ids.next().toString();
    }
}
