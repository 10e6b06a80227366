package io.litemaas.suite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which of an installation's settings each room is told, where rooms are processes of their own. A secret lies with the
 * one room that needs it; what lies with all of them is no secret.
 */
final class RoomSettings {
    static final List<String> ROOMS = List.of("identity", "access", "spend", "alerts", "operations");

    private static final List<String> FOR_ALL =
            List.of("litemaas.database.url", "litemaas.database.role-prefix", "litemaas.token.verification-keys");
    private static final Map<String, List<String>> OWN = Map.of(
            "identity", List.of("litemaas.identity.", "litemaas.token.signing-key"),
            "access", List.of("litemaas.access.", "litemaas.litellm.key"),
            "spend", List.of("litemaas.spend.", "litemaas.ledger.push-secret", "litemaas.ledger.alert-token"),
            "alerts", List.of("litemaas.alerts."),
            "operations", List.of("litemaas.operations."));

    private RoomSettings() {}

    /** What all rooms may know. */
    static Map<String, String> forAll(Map<String, String> settings) {
        return select(settings, FOR_ALL::contains);
    }

    /** What one room alone may know. */
    static Map<String, String> of(String room, Map<String, String> settings) {
        return select(settings, name -> OWN.get(room).stream().anyMatch(name::startsWith));
    }

    /** In the order of their names, so that what is made of them twice is the same. */
    private static Map<String, String> select(Map<String, String> settings, Predicate<String> wanted) {
        Map<String, String> selected = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (wanted.test(name)) {
                selected.put(name, value);
            }
        });
        return selected;
    }
}
