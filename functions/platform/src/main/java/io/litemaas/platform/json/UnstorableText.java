package io.litemaas.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what is no text to a database although JSON can write it: the character zero, and half a surrogate pair. */
final class UnstorableText {
    private UnstorableText() {}

    static List<FieldError> in(JsonNode document) {
        List<FieldError> faults = new ArrayList<>();
        collect("", document, faults);
        return faults;
    }

    private static void collect(String path, JsonNode node, List<FieldError> faults) {
        if (node.isTextual() && !isStorable(node.textValue())) {
            faults.add(new FieldError(path, "holds a character that is none"));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), faults);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + i + "]", node.get(i), faults);
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isHalfAPair(point));
    }

    private static boolean isHalfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
