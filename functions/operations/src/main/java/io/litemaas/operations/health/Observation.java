package io.litemaas.operations.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What one process, or the fleet as a whole, last knew of an integration.
 *
 * @param integration such as {@code litellm}
 * @param instance the process, or a room with a credential of its own; empty text for the fleet
 * @param state {@code closed} while calls go out, {@code open} while none do, {@code probing} while one tries
 * @param openUntil when the next call may try
 * @param cause why no calls go out: {@code unavailable}, {@code credential} or {@code throttled}
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

    /** It answers, and wants to be asked later. */
    @JsonIgnore
    boolean isThrottled() {
        return cause.filter("throttled"::equals).isPresent();
    }

    @JsonIgnore
    boolean isClosed() {
        return "closed".equals(state);
    }
}
