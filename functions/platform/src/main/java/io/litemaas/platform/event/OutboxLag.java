package io.litemaas.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How old the event was that a room's relay posted last, or tried to: it grows while the sink is away. */
public final class OutboxLag {
    private final AtomicLong millis;

    public OutboxLag(MeterRegistry meters, String room) {
        this.millis = meters.gauge("litemaas.outbox.lag.ms", Tags.of("room", room), new AtomicLong());
    }

    void seen(Duration age) {
        millis.set(Math.max(0, age.toMillis()));
    }
}
