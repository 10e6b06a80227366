package io.litemaas.litellm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Starts the one deadline of a request. */
@ApplicationScoped
public class Deadlines {
    private final Duration duration;
    private final LongSupplier nanoTicker;

    @Inject
    Deadlines(LiteLlmConfig config) {
        this(config.deadline(), System::nanoTime);
    }

    Deadlines(Duration duration, LongSupplier nanoTicker) {
        this.duration = duration;
        this.nanoTicker = nanoTicker;
    }

    /** From now on, as long as the configuration allows. */
    public Deadline start() {
        return Deadline.after(duration, nanoTicker);
    }
}
