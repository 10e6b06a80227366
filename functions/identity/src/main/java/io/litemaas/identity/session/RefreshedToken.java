package io.litemaas.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A refresh token that somebody brought, with its family and its person as they are now.
 *
 * @param usedAt when it was used first; empty on its first use
 */
record RefreshedToken(
        UUID familyId,
        UUID personId,
        int epoch,
        boolean disabled,
        Instant expiresAt,
        boolean ended,
        Optional<Instant> usedAt) {
    /** Two tabs refresh at once with the same cookie; a thief comes later. */
    static final Duration SIBLINGS_WITHIN = Duration.ofSeconds(20);

    Verdict at(Instant now) {
        if (ended || disabled || !now.isBefore(expiresAt)) {
            return Verdict.OVER;
        }
        return usedAt.map(used -> now.isAfter(used.plus(SIBLINGS_WITHIN))).orElse(false)
                ? Verdict.STOLEN
                : Verdict.GOOD;
    }

    enum Verdict {
        GOOD,
        /** It is used again, too late for a second tab. */
        STOLEN,
        OVER
    }
}
