package io.litemaas.suite;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that an operator can set.
 *
 * @param readers the rooms, or programs, that read it
 * @param value what it is where it is not set
 * @param required whether a start without it is refused
 * @param isRead whether code asks for it
 */
record Setting(String name, String readers, Optional<String> value, boolean required, String meaning, boolean isRead) {

    /** A property's name in an environment. */
    String variable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    String defaultValue() {
        return value.filter(given -> !given.isEmpty())
                .map(given -> "`" + given + "`")
                .orElse(required ? "must be set" : "");
    }
}
