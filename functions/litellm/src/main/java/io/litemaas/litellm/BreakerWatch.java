package io.litemaas.litellm;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Tells the room when the breaker of this process opens and closes. */
@ApplicationScoped
class BreakerWatch {
    private final CircuitBreakerMaintenance breakers;
    private final Event<BreakerChanged> changes;

    /** The guard is asked for so that it, and with it the breaker's name, exists wherever this bean does. */
    BreakerWatch(CircuitBreakerMaintenance breakers, Event<BreakerChanged> changes, Guard guard) {
        this.breakers = breakers;
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        breakers.onStateChange(Guard.BREAKER, this::changed);
    }

    /** Runs in the thread of the call that tipped the breaker, so it only hands over; a half-open breaker is no news. */
    private void changed(CircuitBreakerState state) {
        if (state != CircuitBreakerState.HALF_OPEN) {
            changes.fireAsync(new BreakerChanged(state == CircuitBreakerState.OPEN));
        }
    }
}
