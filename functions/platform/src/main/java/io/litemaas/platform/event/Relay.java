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
 *
 * <p>Events are posted side by side, and of one {@link Lane} only a few at once: some brokers answer a post only when every
 * subscriber is done with the event, so one that fails holds its post for as long as a post may take.
 */
public final class Relay {
    /** Longer than a post may take, so that nobody else posts the event meanwhile. */
    private static final Duration LEASE = BinaryCloudEvent.TIMEOUT.plusSeconds(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final Room room;
    private final Sink sink;
    private final Clock clock;
    private final Executor executor;
    private final OutboxLag lag;
    private final RelaySlots slots = new RelaySlots();
    private final AtomicInteger wakes = new AtomicInteger();

    public Relay(Room room, Sink sink, Clock clock, Executor executor, OutboxLag lag) {
        this.room = room;
        this.sink = sink;
        this.clock = clock;
        this.executor = executor;
        this.lag = lag;
    }

    /** Relays soon, on other threads; called while it works, it looks once more when it is done. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::relayUntilQuiet);
        }
    }

    /** Relays some events and waits for them. Returns whether there may be more. */
    public boolean relayBatch() {
        List<Claimed> claimed = claim();
        CompletableFuture.allOf(claimed.stream()
                        .map(event -> CompletableFuture.runAsync(() -> relay(event), executor))
                        .toArray(CompletableFuture[]::new))
                .join();
        return !claimed.isEmpty();
    }

    private void relayUntilQuiet() {
        int seen;
        do {
            seen = wakes.get();
            try {
                // bounded by what waits: a post that failed is not due again at once
                for (List<Claimed> claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
                    claimed.forEach(event -> executor.execute(() -> relay(event)));
                }
            } catch (RuntimeException e) {
                wakes.set(0);
                throw e;
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    /** One claim at a time, so that what is free is not given away twice. */
    private synchronized List<Claimed> claim() {
        int free = slots.free();
        if (free == 0) {
            return List.of();
        }
        List<Claimed> claimed = room.inTransaction(handle -> new OutboxDao(handle, room)
                .claim(clock.instant(), LEASE, free, RelaySlots.OF_ONE_LANE, slots.takenByLane()));
        claimed.forEach(event -> slots.take(Lane.of(event.event())));
        return claimed;
    }

    private void relay(Claimed claimed) {
        Event event = claimed.event();
        try {
            lag.seen(Duration.between(event.time(), clock.instant()));
            if (sink.deliver(room, event)) {
                room.useTransaction(handle -> new OutboxDao(handle, room).posted(event.id(), clock.instant()));
            } else {
                postpone(claimed);
            }
        } finally {
            if (slots.giveBack(Lane.of(event))) {
                wake();
            }
        }
    }

    /** While this process lives it tries again by itself; what it leaves behind, the job finds. */
    private void postpone(Claimed claimed) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(claimed.attempt() - 1, MOST_DOUBLINGS));
        Instant due = clock.instant().plus(wait);
        room.useTransaction(
                handle -> new OutboxDao(handle, room).postpone(claimed.event().id(), claimed.attempt(), due));
        CompletableFuture.delayedExecutor(wait.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(this::wake);
    }
}
