package io.litemaas.platform.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many events a relay posts at once: so many in all, and so few of one type that the others find room. */
final class RelaySlots {
    static final int ALL = 16;
    static final int OF_ONE_TYPE = 4;

    private final Map<String, Integer> takenByType = new HashMap<>();
    private int taken;

    synchronized int free() {
        return ALL - taken;
    }

    /** The types of which no more are to be claimed. */
    synchronized List<String> crowded() {
        return takenByType.entrySet().stream()
                .filter(entry -> entry.getValue() >= OF_ONE_TYPE)
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void take(String type) {
        takenByType.merge(type, 1, Integer::sum);
        taken++;
    }

    /** Returns whether something may wait that there was no room for. */
    synchronized boolean giveBack(String type) {
        boolean full = taken == ALL || takenByType.get(type) >= OF_ONE_TYPE;
        takenByType.computeIfPresent(type, (name, count) -> count == 1 ? null : count - 1);
        taken--;
        return full;
    }
}
