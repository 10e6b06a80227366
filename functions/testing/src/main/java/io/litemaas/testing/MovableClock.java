package io.litemaas.testing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real time, from which a test may go away. It is the clock of a room whose tests have this module indexed
 * ({@code quarkus.index-dependency.testing}).
 */
@Singleton
public class MovableClock extends Clock {
    private final AtomicReference<Duration> away = new AtomicReference<>(Duration.ZERO);

    /** Goes to another time, from which on it goes on. */
    public void moveTo(Instant time) {
        away.set(Duration.between(Clock.systemUTC().instant(), time));
    }

    public void goOn(Duration wait) {
        away.updateAndGet(before -> before.plus(wait));
    }

    public void comeBack() {
        away.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(away.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
