package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads a management request's fields as FastAPI does: wrong types are 422, unknown fields are ignored. */
final class Fields {
    private static final List<String> LISTS = List.of("models", "allowed_routes");
    private static final List<String> FLOATS = List.of("max_budget", "spend", "soft_budget");
    private static final List<String> INTEGERS = List.of("tpm_limit", "rpm_limit", "max_parallel_requests");

    private Fields() {}

    /** Refuses wrong types; amounts become doubles, as everything that Python calls a float. */
    static ObjectNode checked(ObjectNode body) {
        ArrayNode faults = Json.MAPPER.createArrayNode();
        for (String name : LISTS) {
            if (isGiven(body, name) && !body.path(name).isArray()) {
                faults.add(fault("list_type", name, "Input should be a valid list"));
            }
        }
        FLOATS.forEach(name -> checkNumber(body, name, "float", "number", faults));
        INTEGERS.forEach(name -> checkNumber(body, name, "int", "integer", faults));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        ObjectNode checked = body.deepCopy();
        for (String name : FLOATS) {
            if (isGiven(checked, name)) {
                checked.set(name, DoubleNode.valueOf(body.path(name).asDouble()));
            }
        }
        return checked;
    }

    private static void checkNumber(ObjectNode body, String name, String type, String kind, ArrayNode faults) {
        JsonNode value = body.path(name);
        boolean numeric =
                value.isNumber() || (value.isTextual() && value.textValue().matches("-?\\d+(\\.\\d+)?"));
        if (isGiven(body, name) && !numeric) {
            String message = "Input should be a valid " + kind + ", unable to parse string as "
                    + (kind.equals("number") ? "a number" : "an integer");
            faults.add(fault(type + "_parsing", name, message));
        }
    }

    static boolean isGiven(ObjectNode body, String name) {
        return body.hasNonNull(name);
    }

    /** Copies a field if the request names it; an explicit null unsets it. */
    static void copy(ObjectNode from, String name, ObjectNode to) {
        if (from.has(name)) {
            to.set(name, from.get(name).deepCopy());
        }
    }

    static Refusal valueError(String message) {
        ArrayNode faults = Json.MAPPER.createArrayNode();
        ObjectNode fault = faults.addObject().put("type", "value_error");
        fault.putArray("loc").add("body");
        fault.put("msg", "Value error, " + message);
        return Refusal.invalid(faults);
    }

    /** FastAPI's refusal of a query parameter that is too large. */
    static Refusal tooLarge(String name, int largest) {
        ArrayNode faults = Json.MAPPER.createArrayNode();
        ObjectNode fault = faults.addObject().put("type", "less_than_equal");
        fault.putArray("loc").add("query").add(name);
        fault.put("msg", "Input should be less than or equal to " + largest);
        return Refusal.invalid(faults);
    }

    static ObjectNode fault(String type, String name, String message) {
        ObjectNode fault = Json.object().put("type", type);
        fault.putArray("loc").add("body").add(name);
        return fault.put("msg", message);
    }
}
