package io.litemaas.operations.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer of {@code health/integration}.
 *
 * @param observations for admins only
 * @param deadLetters how many events wait that handlers did not take; for admins only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IntegrationHealth(Status status, Optional<List<Observation>> observations, Optional<Long> deadLetters) {

    /** What everybody may know. */
    static IntegrationHealth of(List<Observation> observations) {
        return new IntegrationHealth(Status.of(observations), Optional.empty(), Optional.empty());
    }

    IntegrationHealth withDetails(List<Observation> all, long waiting) {
        return new IntegrationHealth(status, Optional.of(all), Optional.of(waiting));
    }

    /** One word for everybody. */
    public enum Status {
        AVAILABLE,
        /** Some processes can't reach it, the fleet as a whole can. */
        DEGRADED,
        UNAVAILABLE,
        /** Nobody has called it yet. */
        UNKNOWN;

        static Status of(List<Observation> observations) {
            if (observations.isEmpty()) {
                return UNKNOWN;
            }
            if (observations.stream().anyMatch(seen -> seen.isFleet() && !seen.isClosed())) {
                return UNAVAILABLE;
            }
            return observations.stream().allMatch(Observation::isClosed) ? AVAILABLE : DEGRADED;
        }

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
