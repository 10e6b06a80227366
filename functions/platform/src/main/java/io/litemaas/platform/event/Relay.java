package io.litemaas.platform.event;

import io.litemaas.platform.event.OutboxDao.Claimed;
import io.litemaas.platform.room.Room;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries a room's events from its outbox to the sink: claim and commit, post, mark. No transaction is open across a
 * call, and an event that was not marked is posted again after its lease.
 */
public final class Relay {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofMillis(50);
    private static final int BATCH = 20;

    private final Room room;
    private final Sink sink;
    private final Clock clock;
    private final Executor executor;
    private final OutboxLag lag;
    private final AtomicInteger wakes = new AtomicInteger();

    public Relay(Room room, Sink sink, Clock clock, Executor executor, OutboxLag lag) {
        this.room = room;
        this.sink = sink;
        this.clock = clock;
        this.executor = executor;
        this.lag = lag;
    }

    /** Relays soon, on another thread; called while it works, it looks once more when it is done. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::relayUntilQuiet);
        }
    }

    /** Relays one batch. Returns whether there may be more. */
    public boolean relayBatch() {
        List<Claimed> claimed =
                room.inTransaction(handle -> new OutboxDao(handle, room).claim(clock.instant(), LEASE, BATCH));
        claimed.forEach(this::relay);
        return claimed.size() == BATCH;
    }

    private void relay(Claimed claimed) {
        lag.seen(Duration.between(claimed.event().time(), clock.instant()));
        if (sink.deliver(room, claimed.event())) {
            room.useTransaction(
                    handle -> new OutboxDao(handle, room).posted(claimed.event().id(), clock.instant()));
        } else {
            wakeAt(claimed.nextAttempt());
        }
    }

    /** While this process lives it tries again by itself; what it leaves behind, the job finds. */
    private void wakeAt(Instant due) {
        Duration wait = Duration.between(clock.instant(), due).plus(MARGIN);
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(this::wake);
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
