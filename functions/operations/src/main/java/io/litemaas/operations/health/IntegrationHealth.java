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
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IntegrationHealth(Status status, Optional<List<Observation>> observations) {

    static IntegrationHealth of(List<Observation> observations, boolean all) {
        return new IntegrationHealth(Status.of(observations), all ? Optional.of(observations) : Optional.empty());
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
