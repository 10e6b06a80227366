package io.litemaas.litellm;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which a request's work in LiteLLM is over, all its calls together; made by {@link Deadlines}. */
public final class Deadline {
    private final LongSupplier nanoTicker;
    private final long end;

    private Deadline(LongSupplier nanoTicker, long end) {
        this.nanoTicker = nanoTicker;
        this.end = end;
    }

    /** A deadline this long after now, on a ticker of nanoseconds such as {@link System#nanoTime()}. */
    public static Deadline after(Duration duration, LongSupplier nanoTicker) {
        return new Deadline(nanoTicker, nanoTicker.getAsLong() + duration.toNanos());
    }

    /** What is left; zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTicker.getAsLong()));
    }
}
