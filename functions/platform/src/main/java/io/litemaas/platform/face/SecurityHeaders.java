package io.litemaas.platform.face;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What every answer tells browsers, so that an answer shown as a page can do nothing. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void put(RoutingContext context) {
        on(context);
        context.next();
    }

    /** On an answer that is given before the face has seen the request, too. */
    static void on(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (context.request().isSSL() || "https".equals(context.request().getHeader("X-Forwarded-Proto"))) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
