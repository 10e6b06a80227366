package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a recorded body with an answered one, but for what is listed as volatile. Ids that the server made are
 * learned where they first show, and must be the same from then on.
 */
final class Comparison {
    private static final String[] IDENTITIES = {"token", "request_id", "user_id", "team_id"};

    private final JsonNode rules;
    private final Set<String> ignored;
    private final Set<String> times;
    private final Set<String> made;
    private final Map<String, String> learned = new HashMap<>();
    private List<String> differences = new ArrayList<>();
    private String selected = "";

    Comparison(JsonNode rules) {
        this.rules = rules;
        ignored = names("ignored");
        times = names("times");
        made = names("made_by_server");
    }

    private Set<String> names(String list) {
        Set<String> names = new HashSet<>();
        rules.path(list).forEach(each -> names.add(each.asText()));
        return names;
    }

    void learn(String recorded, String answered) {
        if (!recorded.isEmpty() && !recorded.equals(answered)) {
            learned.put(recorded, answered);
        }
    }

    /** A recorded text with the ids of this run in it. */
    String translated(String recorded) {
        String text = recorded;
        for (Map.Entry<String, String> each : learned.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }

    /** @param selected a field of which the recording holds only some parts; empty for none */
    List<String> differences(JsonNode recorded, JsonNode answered, String selected) {
        this.selected = selected;
        differences = new ArrayList<>();
        compare("$", "", recorded, answered);
        return differences;
    }

    private void compare(String path, String field, JsonNode recorded, JsonNode answered) {
        if (ignored.contains(field)) {
            return;
        }
        if (recorded.isObject() && answered.isObject()) {
            objects(path, field, (ObjectNode) recorded, (ObjectNode) answered);
        } else if (recorded.isArray() && answered.isArray()) {
            arrays(path, field, recorded, answered);
        } else if (recorded.isNumber() && answered.isNumber()) {
            double wanted = recorded.asDouble();
            if (Math.abs(wanted - answered.asDouble()) > 1e-12 * Math.abs(wanted)) {
                differ(path, recorded, answered);
            }
        } else if (recorded.isTextual() && answered.isTextual()) {
            texts(path, field, recorded.asText(), answered.asText());
        } else if (!recorded.equals(answered)) {
            differ(path, recorded, answered);
        }
    }

    private void objects(String path, String field, ObjectNode recorded, ObjectNode answered) {
        boolean elided = recorded.has("...") || (!field.isEmpty() && field.equals(selected));
        Set<String> seen = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> each : recorded.properties()) {
            String name = translated(each.getKey());
            seen.add(name);
            if (!each.getKey().equals("...") && !ignored.contains(name)) {
                if (answered.has(name)) {
                    compare(path + "." + name, name, each.getValue(), answered.get(name));
                } else {
                    differences.add(path + "." + name + " is missing");
                }
            }
        }
        answered.fieldNames().forEachRemaining(name -> {
            if (!elided && !seen.contains(name) && !ignored.contains(name)) {
                differences.add(path + "." + name + " is too much: " + answered.get(name));
            }
        });
    }

    private void arrays(String path, String field, JsonNode recorded, JsonNode answered) {
        int size = recorded.size();
        boolean elided = size > 0 && isMark(recorded.get(size - 1));
        int wanted = elided ? size - 1 : size;
        if (elided ? answered.size() < wanted : answered.size() != wanted) {
            differences.add(path + " has " + answered.size() + " elements, not " + wanted);
            return;
        }
        for (int i = 0; i < wanted; i++) {
            JsonNode partner = partner(recorded.get(i), answered, i);
            compare(path + "[" + i + "]", field, recorded.get(i), partner);
        }
    }

    private static boolean isMark(JsonNode element) {
        return element.isTextual() && element.asText().startsWith("...");
    }

    /** The database gives some lists in no order: an element is found by its id, if it has one that is known. */
    private JsonNode partner(JsonNode recorded, JsonNode answered, int index) {
        for (String identity : IDENTITIES) {
            String id = translated(recorded.path(identity).asText(""));
            if (!id.isEmpty()) {
                for (JsonNode each : answered) {
                    if (each.path(identity).asText("").equals(id)) {
                        return each;
                    }
                }
                return answered.get(index);
            }
        }
        return answered.get(index);
    }

    private void texts(String path, String field, String recorded, String answered) {
        String wanted = translated(recorded);
        if (wanted.equals(answered) || plain(wanted).equals(plain(answered))) {
            return;
        }
        if (times.contains(field)) {
            if (!sameMoment(wanted, answered)) {
                differences.add(path + ": " + answered + " is not about " + wanted);
            }
        } else if (made.contains(field)
                && isRandom(recorded)
                && !learned.containsKey(recorded)
                && !learned.containsValue(answered)) {
            learned.put(recorded, answered);
        } else {
            differences.add(path + ": " + answered + " instead of " + wanted);
        }
    }

    private boolean isRandom(String text) {
        for (JsonNode form : rules.path("forms_of_made")) {
            if (text.matches(form.asText())) {
                return true;
            }
        }
        return false;
    }

    private String plain(String text) {
        String plain = text;
        for (JsonNode rule : rules.path("patterns")) {
            plain = plain.replaceAll(rule.get(0).asText(), rule.get(1).asText());
        }
        return plain;
    }

    private boolean sameMoment(String recorded, String answered) {
        String form = "\\.\\d+";
        boolean sameSpelling = recorded.replaceAll("\\d", "0")
                .replaceAll(form, "")
                .equals(answered.replaceAll("\\d", "0").replaceAll(form, ""));
        Duration apart = Duration.between(moment(recorded), moment(answered)).abs();
        return sameSpelling
                && apart.compareTo(Duration.ofSeconds(
                                rules.path("times_tolerance_seconds").asLong()))
                        <= 0;
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text.replaceAll("(Z|\\+00:00)$", "")).toInstant(ZoneOffset.UTC);
    }

    private void differ(String path, JsonNode recorded, JsonNode answered) {
        differences.add(path + ": " + answered + " instead of " + recorded);
    }
}
