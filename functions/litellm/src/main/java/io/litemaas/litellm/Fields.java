package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads one JSON object of an answer. What is missing, or of another type than was recorded, makes the whole answer garbage;
 * what we do not read may be anything.
 */
final class Fields {
    /** A double has 17 digits and an exponent up to 308; an amount with more was not computed by LiteLLM. */
    private static final int MOST_DIGITS = 400;

    private final Call call;
    private final JsonNode node;

    Fields(Call call, JsonNode node) {
        this.call = call;
        this.node = node;
        if (!node.isObject()) {
            throw LiteLlmFault.garbage(call, "not an object");
        }
    }

    LiteLlmFault garbage(String what) {
        return LiteLlmFault.garbage(call, what);
    }

    Fields object(String name) {
        return new Fields(call, present(name));
    }

    List<Fields> objects(String name) {
        JsonNode array = present(name);
        if (!array.isArray()) {
            throw garbage(name);
        }
        List<Fields> objects = new ArrayList<>();
        array.forEach(element -> objects.add(new Fields(call, element)));
        return objects;
    }

    List<JsonNode> elements(String name) {
        JsonNode array = present(name);
        if (!array.isArray()) {
            throw garbage(name);
        }
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    List<String> texts(String name) {
        return elements(name).stream().map(element -> text(name, element)).toList();
    }

    String text(String name) {
        return text(name, present(name));
    }

    Optional<String> optionalText(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(text(name));
    }

    /** For what others wrote: anything but a text is as good as nothing. */
    Optional<String> textIfAny(String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }

    BigDecimal decimal(String name) {
        JsonNode value = present(name);
        if (!value.isNumber()) {
            throw garbage(name);
        }
        BigDecimal amount = value.decimalValue();
        if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
            throw garbage(name);
        }
        return amount;
    }

    Optional<BigDecimal> optionalDecimal(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(decimal(name));
    }

    long whole(String name) {
        JsonNode value = present(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw garbage(name);
        }
        return value.longValue();
    }

    /** A page number, or another count that fits an int. */
    int count(String name) {
        long value = whole(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw garbage(name);
        }
        return (int) value;
    }

    OptionalLong optionalWhole(String name) {
        return isAbsent(name) ? OptionalLong.empty() : OptionalLong.of(whole(name));
    }

    /** False where it is null: LiteLLM leaves flags unset until somebody sets them. */
    boolean flag(String name) {
        if (isAbsent(name)) {
            return false;
        }
        if (!node.get(name).isBoolean()) {
            throw garbage(name);
        }
        return node.get(name).booleanValue();
    }

    Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException e) {
            throw garbage(name);
        }
    }

    Optional<Instant> optionalInstant(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(instant(name));
    }

    /** The entries whose values are text; LiteLLM puts others of its own among them, or leaves all of it null. */
    Map<String, String> textEntries(String name) {
        if (isAbsent(name)) {
            return Map.of();
        }
        Map<String, String> entries = new LinkedHashMap<>();
        object(name).node.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().textValue()));
        return Map.copyOf(entries);
    }

    private String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw garbage(name);
        }
        return value.textValue();
    }

    private boolean isAbsent(String name) {
        return !node.hasNonNull(name);
    }

    private JsonNode present(String name) {
        if (isAbsent(name)) {
            throw garbage(name + " is missing");
        }
        return node.get(name);
    }
}
