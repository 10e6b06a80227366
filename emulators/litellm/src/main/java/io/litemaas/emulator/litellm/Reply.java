package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer before it is sent: a JSON body, or the chunks of an event stream. */
record Reply(int status, Map<String, String> headers, JsonNode body, List<String> events) {
    static Reply ok(JsonNode body) {
        return of(200, body);
    }

    static Reply ok(String text) {
        return of(200, TextNode.valueOf(text));
    }

    static Reply of(int status, JsonNode body) {
        return new Reply(status, Map.of(), body, List.of());
    }

    static Reply stream(List<String> events) {
        return new Reply(200, Map.of(), TextNode.valueOf(""), List.copyOf(events));
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body, events);
    }
}
