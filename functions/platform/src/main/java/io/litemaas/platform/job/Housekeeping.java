package io.litemaas.platform.job;

import io.litemaas.platform.event.Relay;
import io.litemaas.platform.room.Room;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The jobs that every room has: leftovers of the outbox, and rows whose time is over. */
public final class Housekeeping {
    private static final Duration ANSWERS_LIVE = Duration.ofHours(24);
    /** Longer than a dead letter waits, so that an event sent again is still known. */
    private static final Duration EVENTS_LIVE = Duration.ofDays(30);

    private static final int SLICE = 1000;

    private Housekeeping() {}

    /** The three jobs of a room. */
    public static List<Job> of(Room room, Relay relay, Clock clock) {
        return List.of(
                new Named(room.name() + ".relay-outbox", relay::relayBatch),
                new Named(
                        room.name() + ".forget-answers",
                        () -> forget(room, "idempotency", "created_at", clock, ANSWERS_LIVE)),
                new Named(
                        room.name() + ".forget-events",
                        () -> forget(room, "outbox", "posted_at", clock, EVENTS_LIVE)
                                || forget(room, "inbox", "claimed_at", clock, EVENTS_LIVE)));
    }

    private static boolean forget(Room room, String table, String column, Clock clock, Duration lives) {
        String relation = room.name() + "." + table;
        return SLICE
                == room.inTransaction(
                        handle -> handle.createUpdate("delete from " + relation + " where ctid in (select ctid from "
                                        + relation + " where " + column + " < :before limit :slice)")
                                .bind("before", clock.instant().minus(lives))
                                .bind("slice", SLICE)
                                .execute());
    }

    private record Named(String name, BooleanSupplier work) implements Job {
        @Override
        public boolean slice() {
            return work.getAsBoolean();
        }
    }
}
