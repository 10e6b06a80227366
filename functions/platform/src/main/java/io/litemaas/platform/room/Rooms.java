package io.litemaas.platform.room;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rooms that live in this process: one where a room runs by itself, all of them in the suite. */
@Singleton
public class Rooms {
    private final Map<String, Room> byName;

    Rooms(@All List<Room> rooms) {
        this.byName = rooms.stream().collect(Collectors.toUnmodifiableMap(Room::name, Function.identity()));
    }

    /** The room that a class belongs to: {@code io.litemaas.<room>.…} says it. */
    public Room of(Class<?> type) {
        String name = type.getPackageName().split("\\.", 4)[2];
        Room room = byName.get(name);
        if (room == null) {
            throw new IllegalStateException(type.getName() + " lies in no room of this process: " + byName.keySet());
        }
        return room;
    }

    /** All of them. */
    public Iterable<Room> all() {
        return byName.values();
    }
}
