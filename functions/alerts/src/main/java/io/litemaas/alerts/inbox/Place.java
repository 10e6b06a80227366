package io.litemaas.alerts.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a reader of what happened has come: several things may have happened in one moment.
 *
 * @param id of the last that was read
 */
record Place(Instant at, UUID id) {
    /** The greatest that PostgreSQL knows. */
    private static final UUID LAST = new UUID(-1, -1);

    /** Behind all that happened then. */
    static Place behind(Instant at) {
        return new Place(at, LAST);
    }
}
