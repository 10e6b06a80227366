package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A Kubernetes {@code Status} object: how the API says that something went well or wrong. */
enum ApiStatus {
    UNAUTHORIZED(401, "Unauthorized"),
    NOT_FOUND(404, "NotFound"),
    DELETED(200, "");

    private final int code;
    private final String reason;

    ApiStatus(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    void answer(RoutingContext exchange) {
        JsonObject body = new JsonObject()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", new JsonObject())
                .put("status", reason.isEmpty() ? "Success" : "Failure");
        if (!reason.isEmpty()) {
            body.put("message", reason).put("reason", reason).put("code", code);
        }
        exchange.response().setStatusCode(code);
        exchange.json(body);
    }
}
