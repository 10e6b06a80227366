package io.litemaas.suite.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.testing.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a schema forbids, one fault at a time.
 *
 * @param field which is at fault
 */
record WrongInput(String field, JsonNode input) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Everything that can be wrong with one field of a right input; as a query, all values are text. */
    static List<WrongInput> of(Contract contract, JsonNode schema, ObjectNode right, boolean query) {
        List<WrongInput> wrong = new ArrayList<>();
        if (!schema.path("additionalProperties").asBoolean()) {
            wrong.add(new WrongInput("unheardOf", right.deepCopy().put("unheardOf", "1")));
        }
        for (JsonNode required : schema.path("required")) {
            ObjectNode fewer = right.deepCopy();
            fewer.remove(required.asText());
            wrong.add(new WrongInput(required.asText(), fewer));
        }
        schema.path("properties").properties().forEach(property -> {
            JsonNode resolved = contract.resolved(property.getValue());
            values(contract, resolved, right.path(property.getKey()), query)
                    .forEach(value ->
                            wrong.add(new WrongInput(property.getKey(), with(right, property.getKey(), value))));
        });
        return wrong;
    }

    private static List<JsonNode> values(Contract contract, JsonNode schema, JsonNode right, boolean query) {
        List<JsonNode> values = new ArrayList<>(outOfRange(schema));
        if (query) {
            values.addAll(unreadable(schema));
        } else {
            values.addAll(ofOtherTypes(schema));
            if (right.isObject()) {
                of(contract, schema, (ObjectNode) right, false).forEach(inner -> values.add(inner.input()));
            }
        }
        return values;
    }

    private static List<JsonNode> ofOtherTypes(JsonNode schema) {
        return switch (type(schema)) {
            case "string" -> read("7", "true", "{}", "[]", "1.5");
            case "integer" -> read("\"1\"", "1.5", "true", "[1]", "1e400");
            case "boolean" -> read("\"true\"", "1", "[]");
            case "array" -> read("\"x\"", "{}", "[{}]", "[null]", "[1.5]", "[[]]");
            case "object" -> read("\"x\"", "[]", "7");
            default -> throw new IllegalStateException("an unknown type in " + schema);
        };
    }

    private static List<JsonNode> unreadable(JsonNode schema) {
        return switch (type(schema)) {
            case "integer" -> read("\"x\"", "\"1.5\"", "\"\"", "\"99999999999999999999\"");
            case "boolean" -> read("\"maybe\"", "\"1\"");
            default -> List.of();
        };
    }

    private static List<JsonNode> outOfRange(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        if (schema.has("enum") || schema.has("format") || schema.has("pattern")) {
            values.add(NODES.textNode("\u00a7 nonsense"));
        }
        if (schema.path("format").asText().startsWith("date")) {
            values.add(NODES.textNode("2026-02-30T00:00:00Z"));
        }
        bound(schema, "minLength").filter(least -> least > 0).ifPresent(least -> values.add(NODES.textNode("")));
        bound(schema, "maxLength").ifPresent(most -> values.add(NODES.textNode("x".repeat(most + 1))));
        bound(schema, "minimum").ifPresent(least -> values.add(NODES.numberNode(least - 1)));
        bound(schema, "maximum").ifPresent(most -> values.add(NODES.numberNode(most + 1)));
        bound(schema, "minItems").ifPresent(least -> values.add(NODES.arrayNode()));
        bound(schema, "maxItems").ifPresent(most -> values.add(tooMany(most)));
        return values;
    }

    private static ArrayNode tooMany(int most) {
        ArrayNode many = NODES.arrayNode();
        for (int i = 0; i <= most; i++) {
            many.add("item " + i);
        }
        return many;
    }

    private static Optional<Integer> bound(JsonNode schema, String name) {
        return Optional.of(schema.path(name)).filter(JsonNode::isInt).map(JsonNode::asInt);
    }

    private static String type(JsonNode schema) {
        return schema.has("enum") ? "string" : schema.path("type").asText();
    }

    private static List<JsonNode> read(String... documents) {
        List<JsonNode> nodes = new ArrayList<>();
        for (String document : documents) {
            try {
                nodes.add(JSON.readTree(document));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return nodes;
    }

    private static JsonNode with(ObjectNode right, String field, JsonNode value) {
        return right.deepCopy().set(field, value);
    }
}
