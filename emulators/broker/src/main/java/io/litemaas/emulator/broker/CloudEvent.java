package io.litemaas.emulator.broker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event in the binary mode of HTTP.
 *
 * @param attributes its attributes and extensions, in lower case and without {@code ce-}
 * @param mediaType of its data
 * @param data what it carries
 */
record CloudEvent(Map<String, String> attributes, String mediaType, String data) {
    private static final String PREFIX = "ce-";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    CloudEvent {
        attributes = Map.copyOf(attributes);
        for (String name : REQUIRED) {
            if (attributes.getOrDefault(name, "").isBlank()) {
                throw new IllegalArgumentException("An event in binary mode has the header ce-" + name + ".");
            }
        }
    }

    /** Reads it from a request's headers. */
    static CloudEvent of(Map<String, List<String>> headers, String data) {
        Map<String, String> attributes = new TreeMap<>();
        String mediaType = "application/json";
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                attributes.put(
                        name.substring(PREFIX.length()), header.getValue().get(0));
            } else if (name.equals("content-type")) {
                mediaType = header.getValue().get(0);
            }
        }
        return new CloudEvent(attributes, mediaType, data);
    }

    /** The same with more extensions. */
    CloudEvent with(Map<String, String> extensions) {
        Map<String, String> all = new TreeMap<>(attributes);
        all.putAll(extensions);
        return new CloudEvent(all, mediaType, data);
    }

    /** Whether each of these attributes has exactly this value. */
    boolean matches(Map<String, String> wanted) {
        return attributes.entrySet().containsAll(wanted.entrySet());
    }
}
