package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** An error of the token endpoint (RFC 6749 §5.2). */
record OAuthError(int status, String error, String description) {
    void answer(RoutingContext exchange) {
        if (status == 401) {
            exchange.response().putHeader("WWW-Authenticate", "Basic realm=\"stand-in\"");
        }
        exchange.response().setStatusCode(status);
        exchange.json(new JsonObject().put("error", error).put("error_description", description));
    }
}
