package io.litemaas.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a room under test its database and the key that verifies sessions. Argument {@code rooms}: their names, by comma. */
public final class RoomResource implements QuarkusTestResourceLifecycleManager {
    private static final String SEALING_KEY = "0123456789abcdef".repeat(4);

    private List<String> rooms = List.of();

    @Override
    public void init(Map<String, String> arguments) {
        rooms = List.of(arguments.get("rooms").split(",", -1));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("litemaas.database.url", TestDatabase.shared().url());
        settings.put("litemaas.token.verification-keys", SigningKeys.publicKeys());
        settings.put("litemaas.secure-cookies", "false");
        settings.put("litemaas.expose", "suite");
        settings.put("litemaas.relay-secret", Events.RELAY_SECRET);
        settings.put("litemaas.alerts.seal.current", "s1");
        settings.put("litemaas.alerts.seal.values.s1", SEALING_KEY);
        rooms.forEach(room -> settings.put("litemaas." + room + ".database-password", TestDatabase.PASSWORD));
        return settings;
    }

    @Override
    public void stop() {
        // the database is shared by all tests of this JVM and ends with it
    }
}
