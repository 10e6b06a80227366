package io.litemaas.operations.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer of {@code health/integration}.
 *
 * @param seenAt when it was heard of last
 * @param version for admins only
 * @param refusals how many things LiteLLM refuses and would again, each among the conflicts; for admins only
 * @param logRefused whether LiteLLM refuses to be asked for its log, and would again; for admins only
 * @param observations for admins only
 * @param deadLetters how many events wait that handlers did not take; for admins only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IntegrationHealth(
        Status status,
        Optional<Instant> seenAt,
        Optional<LiteLlmVersion> version,
        Optional<Long> refusals,
        Optional<Boolean> logRefused,
        Optional<List<Observation>> observations,
        Optional<Long> deadLetters) {
    /** The models are read each ten minutes: what nobody has confirmed for so long is not known now. */
    private static final Duration TOLD_SOON = Duration.ofMinutes(30);

    /** What everybody may know. */
    static IntegrationHealth of(List<Observation> observations, Instant now) {
        Optional<Instant> seenAt =
                observations.stream().map(Observation::seenAt).max(Comparator.naturalOrder());
        Status status =
                seenAt.filter(now.minus(TOLD_SOON)::isBefore).isPresent() ? Status.of(observations) : Status.UNKNOWN;
        return new IntegrationHealth(
                status,
                seenAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    IntegrationHealth withDetails(
            LiteLlmVersion litellm, long refused, boolean log, List<Observation> all, long waiting) {
        return new IntegrationHealth(
                status,
                seenAt,
                Optional.of(litellm),
                Optional.of(refused),
                Optional.of(log),
                Optional.of(all),
                Optional.of(waiting));
    }

    /** One word for everybody. */
    public enum Status {
        AVAILABLE,
        /** Some processes can't use it, or nobody for a moment; the fleet as a whole can. */
        DEGRADED,
        UNAVAILABLE,
        /** Nobody has called it yet, or lately. */
        UNKNOWN;

        static Status of(List<Observation> observations) {
            if (observations.stream().anyMatch(seen -> seen.isFleet() && !seen.isClosed() && !seen.isThrottled())) {
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
