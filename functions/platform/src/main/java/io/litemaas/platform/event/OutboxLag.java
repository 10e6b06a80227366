package io.litemaas.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** How old a room's events are when its relay posts them, or tries to: older with each try while the sink is away. */
public final class OutboxLag {
    private final MeterRegistry meters;
    private final String room;

    public OutboxLag(MeterRegistry meters, String room) {
        this.meters = meters;
        this.room = room;
    }

    void seen(Duration age) {
        meters.timer("litemaas.outbox.lag", "room", room).record(age);
    }
}
