package io.litemaas.suite;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** How a page or a file ends an answer: who asks for the head alone gets its length, but not the body (RFC 9110, 9.3.2). */
final class Page {
    private Page() {}

    static void send(RoutingContext context, Buffer body) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Length", Integer.toString(body.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
