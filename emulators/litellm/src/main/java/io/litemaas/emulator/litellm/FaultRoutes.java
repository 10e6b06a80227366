package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The emulator's own routes, which no LiteLLM has: faults, and what a test wants to see or do behind LiteLLM's back. */
final class FaultRoutes {
    private final LiteLlmEmulator emulator;

    FaultRoutes(LiteLlmEmulator emulator) {
        this.emulator = emulator;
    }

    void addTo(Face face) {
        face.get("/emulator/faults", Access.PUBLIC, call -> Reply.ok(shown()));
        face.put("/emulator/faults", this::add);
        face.delete("/emulator/faults", this::clear);
        face.get("/emulator/requests", Access.PUBLIC, call -> Reply.ok(Json.MAPPER.valueToTree(emulator.requests())));
        face.delete("/emulator/requests", this::forget);
        face.get("/emulator/keys", Access.PUBLIC, call -> Reply.ok(Json.MAPPER.valueToTree(emulator.keys())));
        face.delete("/emulator/keys", this::loseKeys);
        face.get(
                "/emulator/snapshot",
                Access.PUBLIC,
                call -> Reply.ok(emulator.snapshot().json()));
        face.put("/emulator/snapshot", this::restore);
        face.post("/emulator/release", Access.PUBLIC, this::release);
    }

    private ObjectNode shown() {
        ObjectNode body = Json.object();
        for (Fault fault : emulator.faults().inForce()) {
            body.withArray("faults")
                    .addObject()
                    .put("kind", fault.kind().wireName())
                    .put("path", fault.path())
                    .put("times", fault.times())
                    .put("millis", fault.delay().toMillis())
                    .put("retryAfter", fault.retryAfter());
        }
        for (Faults.HeldRequest held : emulator.faults().held()) {
            body.withArray("held")
                    .addObject()
                    .put("kind", held.kind().wireName())
                    .put("method", held.method())
                    .put("path", held.path());
        }
        return body;
    }

    private Reply add(Call call) {
        JsonNode body = call.json();
        if (body.isArray()) {
            body.forEach(each -> emulator.faults().add(fault(each)));
        } else {
            emulator.faults().add(fault(body));
        }
        return Reply.ok(shown());
    }

    private static Fault fault(JsonNode json) {
        try {
            return new Fault(
                    FaultKind.of(json.path("kind").asText()),
                    json.path("path").asText(""),
                    json.path("times").asInt(0),
                    Duration.ofMillis(json.path("millis").asLong(0)),
                    json.path("retryAfter").asText(""));
        } catch (IllegalArgumentException e) {
            throw Refusal.detail(400, "unknown kind of fault");
        }
    }

    private Reply clear(Call call) {
        emulator.faults().clear();
        return Reply.ok(shown());
    }

    private Reply release(Call call) {
        emulator.faults().release();
        return Reply.ok(shown());
    }

    private Reply forget(Call call) {
        emulator.forgetRequests();
        return Reply.ok(Json.object());
    }

    private Reply loseKeys(Call call) {
        if (call.param("hash").isEmpty()) {
            emulator.wipeKeys();
        } else {
            emulator.loseKey(call.param("hash"));
        }
        return Reply.ok(Json.object());
    }

    private Reply restore(Call call) {
        emulator.restore(new Snapshot(call.body()));
        return Reply.ok(Json.object());
    }
}
