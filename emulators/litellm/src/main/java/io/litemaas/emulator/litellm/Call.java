package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;

/** A request as the routes see it: who, which query, which body. */
record Call(String method, String path, MultiMap headers, MultiMap query, String text, Caller caller) {
    String param(String name) {
        String value = query.get(name);
        return value == null ? "" : value;
    }

    int number(String name, int fallback) {
        String value = param(name);
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : fallback;
    }

    /** The body of a management request; 422 for no JSON, 500 for JSON that is no object. */
    ObjectNode body() {
        JsonNode body = json();
        if (body instanceof ObjectNode object) {
            return object;
        }
        ObjectNode error = Json.object();
        error.putObject("error").put("message", "Internal server error").put("type", "internal_server_error");
        throw Refusal.of(Reply.of(500, error), "Internal server error");
    }

    JsonNode json() {
        try {
            JsonNode body = Json.MAPPER.readTree(text);
            return body.isMissingNode() ? Json.object() : body;
        } catch (JsonProcessingException e) {
            ArrayNode faults = Json.MAPPER.createArrayNode();
            ObjectNode fault = faults.addObject().put("type", "json_invalid");
            fault.putArray("loc").add("body").add(text.length());
            fault.put("msg", "JSON decode error");
            throw Refusal.invalid(faults);
        }
    }
}
