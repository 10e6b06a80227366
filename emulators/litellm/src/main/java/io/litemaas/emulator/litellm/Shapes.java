package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * What an endpoint shows of a row: its columns in order, the value where the row has none, and the spelling of time
 * zones, which differs by endpoint ({@code Z}, {@code +00:00}, nothing). Taken from the recordings.
 */
final class Shapes {
    private static final JsonNode SHAPES = Json.resource("shapes.json");
    private static final JsonNode DEFAULTS = Json.resource("defaults.json");
    private static final Set<String> TIMES = Set.of(
            "expires",
            "created_at",
            "updated_at",
            "settings_updated_at",
            "last_active",
            "budget_reset_at",
            "deleted_at",
            "key_rotation_at",
            "last_rotation_at");

    private Shapes() {}

    static ObjectNode render(String shape, ObjectNode row) {
        JsonNode fields = SHAPES.path(shape).path("fields");
        JsonNode offsets = SHAPES.path(shape).path("times");
        ObjectNode shown = Json.object();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String name = field.getKey();
            JsonNode value = row.has(name) ? row.get(name) : field.getValue();
            if (TIMES.contains(name) && value.isTextual()) {
                String offset = offsets.path(name).asText(offsets.path("*").asText());
                shown.put(name, Times.withOffset(value.textValue(), offset));
            } else {
                shown.set(name, value.deepCopy());
            }
        }
        return shown;
    }

    /** A copy of a constant part of an answer. */
    static ObjectNode defaults(String name) {
        return (ObjectNode) DEFAULTS.path(name).deepCopy();
    }
}
