package io.litemaas.access.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription as its owner and admins see it.
 *
 * @param rpmLimit requests a minute that each of its keys may make at most
 * @param tpmLimit tokens a minute that each of its keys may use at most
 * @param reason what the admin said who decided
 * @param version for changes
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Subscription(
        UUID id,
        UUID ownerId,
        String name,
        State state,
        List<String> models,
        Optional<Integer> rpmLimit,
        Optional<Integer> tpmLimit,
        Optional<Instant> expiresAt,
        Instant requestedAt,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        Optional<Instant> endedAt,
        int version) {

    /** Whether keys of it may call models. */
    public boolean isInForce(Instant now) {
        return state == State.ACTIVE && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Where a subscription stands. */
    public enum State {
        /** An admin has yet to decide. */
        PENDING,
        ACTIVE,
        REJECTED,
        CANCELLED;

        /** The state as SQL and JSON name it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean hasEnded() {
            return this == REJECTED || this == CANCELLED;
        }
    }
}
