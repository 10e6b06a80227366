package io.litemaas.platform.face;

import io.litemaas.platform.id.Ids;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What joins an answer to its log lines: the caller's W3C trace id, else a new one of the same form. */
@Singleton
class TraceIds {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Ids ids;

    TraceIds(Ids ids) {
        this.ids = ids;
    }

    String of(HttpServerRequest request) {
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
