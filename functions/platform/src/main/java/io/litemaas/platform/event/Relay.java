package io.litemaas.platform.event;

import io.litemaas.platform.room.Room;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries a room's events from its outbox to the sink: claim and commit, post, mark. No transaction is open across a
 * call, and an event that was not marked is posted again after its lease.
 */
public final class Relay {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int BATCH = 20;

    private final Room room;
    private final Sink sink;
    private final Clock clock;
    private final Executor executor;
    private final AtomicInteger wakes = new AtomicInteger();

    public Relay(Room room, Sink sink, Clock clock, Executor executor) {
        this.room = room;
        this.sink = sink;
        this.clock = clock;
        this.executor = executor;
    }

    /** Relays soon, on another thread; called while it works, it looks once more when it is done. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::relayUntilQuiet);
        }
    }

    /** Relays one batch. Returns whether there may be more. */
    public boolean relayBatch() {
        List<Event> claimed =
                room.inTransaction(handle -> new OutboxDao(handle, room).claim(clock.instant(), LEASE, BATCH));
        for (Event event : claimed) {
            if (sink.deliver(room, event)) {
                room.useTransaction(handle -> new OutboxDao(handle, room).posted(event.id(), clock.instant()));
            }
        }
        return claimed.size() == BATCH;
    }

    private void relayUntilQuiet() {
        int seen;
        do {
            seen = wakes.get();
            try {
                while (relayBatch()) {
                    // bounded by what waits: a batch that failed is not due again at once
                }
            } catch (RuntimeException e) {
                wakes.set(0);
                throw e;
            }
        } while (!wakes.compareAndSet(seen, 0));
    }
}
