package io.litemaas.platform.event;

import java.util.HashMap;
import java.util.Map;

/** How many events a relay posts at once: so many in all, and so few of one lane that the others find room. */
final class RelaySlots {
    static final int ALL = 16;
    static final int OF_ONE_LANE = 4;

    private final Map<Lane, Integer> takenByLane = new HashMap<>();
    private int taken;

    synchronized int free() {
        return ALL - taken;
    }

    /** How many of each lane are on their way. */
    synchronized Map<Lane, Integer> takenByLane() {
        return Map.copyOf(takenByLane);
    }

    synchronized void take(Lane lane) {
        takenByLane.merge(lane, 1, Integer::sum);
        taken++;
    }

    /** Returns whether something may wait that there was no room for. */
    synchronized boolean giveBack(Lane lane) {
        boolean full = taken == ALL || takenByLane.get(lane) >= OF_ONE_LANE;
        takenByLane.computeIfPresent(lane, (name, count) -> count == 1 ? null : count - 1);
        taken--;
        return full;
    }
}
