package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Health; liveliness is spelled so in LiteLLM. */
final class HealthRoutes {
    private final Faults faults;
    private final Alerts alerts;

    HealthRoutes(Faults faults, Alerts alerts) {
        this.faults = faults;
        this.alerts = alerts;
    }

    void addTo(Face face) {
        face.get("/health/liveliness", Access.PUBLIC, call -> Reply.ok("I'm alive!"));
        face.get("/health/liveness", Access.PUBLIC, call -> Reply.ok("I'm alive!"));
        face.get("/health/readiness", Access.PUBLIC, this::readiness);
        face.get("/health/readiness/details", Access.ADMIN, call -> Reply.ok(Json.resource("readiness.json")));
        face.get("/health/services", Access.ADMIN, this::services);
    }

    /** Says "healthy" even without its database; only the status tells. */
    private Reply readiness(Call call) {
        ObjectNode body = Json.object().put("status", "healthy");
        return faults.isDatabaseDown()
                ? Reply.of(503, body.put("db", "disconnected"))
                : Reply.ok(body.put("db", "connected"));
    }

    /** Says "sent" also where nothing is configured. */
    private Reply services(Call call) {
        if (call.param("service").equals("webhook")) {
            alerts.sendMock();
        }
        return Reply.ok(Json.object()
                .put("status", "success")
                .put("message", "Mock Webhook Alert sent, verify Webhook Alert Received"));
    }
}
