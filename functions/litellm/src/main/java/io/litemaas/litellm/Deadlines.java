package io.litemaas.litellm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Starts the one deadline of a request. Its length is no setting: leases of other processes are longer than it and than the
 * two questions that may follow a failure.
 */
@ApplicationScoped
public class Deadlines {
    /** What one request may spend on all calls of its work together. */
    static final Duration REQUEST = Duration.ofSeconds(5);

    /** What a question may take that only helps to understand an answer, after the request's own time may be over. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    /** The longest that work may take with what follows a failure; whoever leases work for a call leases it for longer. */
    public static final Duration LONGEST = REQUEST.plus(BRIEF).plus(BRIEF);

    private final Duration duration;
    private final LongSupplier nanoTicker;

    @Inject
    Deadlines() {
        this(REQUEST, System::nanoTime);
    }

    Deadlines(Duration duration, LongSupplier nanoTicker) {
        this.duration = duration;
        this.nanoTicker = nanoTicker;
    }

    /** From now on, for a request. */
    public Deadline start() {
        return Deadline.after(duration, nanoTicker);
    }

    /** From now on, for one question about LiteLLM itself. */
    public Deadline brief() {
        return Deadline.after(BRIEF, nanoTicker);
    }
}
