package io.litemaas.platform.face;

import io.litemaas.platform.id.Ids;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What joins an answer to its log lines and spans: the trace's id, else the caller's (W3C), else a new one of that form. */
@Singleton
class TraceIds {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String KEY = TraceIds.class.getName();

    private final Ids ids;

    TraceIds(Ids ids) {
        this.ids = ids;
    }

    /** The trace of a request, the same each time. */
    String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known == null) {
            known = find(context.request());
            context.put(KEY, known);
        }
        return known;
    }

    private String find(HttpServerRequest request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        String given = request.getHeader("traceparent");
        if (given != null) {
            Matcher matcher = TRACEPARENT.matcher(given);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return ids.next().toString().replace("-", "");
    }
}
