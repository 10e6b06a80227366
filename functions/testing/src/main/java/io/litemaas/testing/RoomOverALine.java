package io.litemaas.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Rooms, named as {@link RoomResource} takes them, with a line to their database that can be cut. */
public final class RoomOverALine implements QuarkusTestResourceLifecycleManager {
    private static DatabaseLine line;

    private final RoomResource rooms = new RoomResource();

    /** The line of the rooms that run now. */
    public static DatabaseLine line() {
        return line;
    }

    @Override
    public void init(Map<String, String> arguments) {
        rooms.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        line = new DatabaseLine();
        Map<String, String> settings = new HashMap<>(rooms.start());
        settings.put("litemaas.database.url", line.url());
        return settings;
    }

    @Override
    public void stop() {
        line.close();
    }
}
