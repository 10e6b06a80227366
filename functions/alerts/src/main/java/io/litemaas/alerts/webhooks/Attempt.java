package io.litemaas.alerts.webhooks;

import io.litemaas.platform.seal.Sealed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that was taken for one attempt.
 *
 * @param number counts from one, and is the fence
 * @param giveUpAt after when there is no further one
 */
record Attempt(
        UUID id, UUID webhookId, UUID messageId, String body, String url, Sealed secret, int number, Instant giveUpAt) {

    /** When to try again after a failure at that time; what would lie after the end is never. */
    Optional<Instant> next(Instant now) {
        Instant next = now.plus(Backoff.after(number));
        return next.isAfter(giveUpAt) ? Optional.empty() : Optional.of(next);
    }
}
