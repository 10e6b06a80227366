package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request to LiteLLM. It prints as method and path: bodies hold key values. */
record Call(String method, String path, Map<String, String> query, JsonNode body, Key key) {
    /** What it is proven with. */
    enum Key {
        NONE,
        /** The room's own credential. */
        OWN,
        /** One that can't write, where there is one. */
        READING
    }

    static Call get(String path, Map<String, String> query) {
        return new Call("GET", path, query, MissingNode.getInstance(), Key.OWN);
    }

    static Call getByReader(String path, Map<String, String> query) {
        return new Call("GET", path, query, MissingNode.getInstance(), Key.READING);
    }

    static Call getWithoutKey(String path) {
        return new Call("GET", path, Map.of(), MissingNode.getInstance(), Key.NONE);
    }

    static Call post(String path, ObjectNode body) {
        return new Call("POST", path, Map.of(), body, Key.OWN);
    }

    /** Path and query as they stand in an address. */
    String target() {
        return query.isEmpty()
                ? path
                : new TreeMap<>(query)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", path + "?", ""));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
