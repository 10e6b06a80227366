package io.litemaas.operations.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What one process, or the fleet as a whole, last knew of an integration.
 *
 * @param integration such as {@code litellm}
 * @param instance the process; empty text for the fleet
 * @param state {@code closed} while calls go out, {@code open} while none do, {@code probing} while one tries
 * @param openUntil when the next call may try
 * @param cause the kind of fault that opened it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Observation(
        String integration,
        String instance,
        String room,
        String state,
        Instant changedAt,
        Instant seenAt,
        Optional<Instant> openUntil,
        Optional<String> cause) {

    @JsonIgnore
    boolean isFleet() {
        return instance.isEmpty();
    }

    @JsonIgnore
    boolean isClosed() {
        return "closed".equals(state);
    }
}
