package io.litemaas.platform.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of a room's table {@code idempotency}.
 *
 * @param sameBody whether the request at hand has the body of the first one
 * @param leaseUntil until when the attempt may still be at work; empty when it gave up
 * @param status of the kept answer; empty while there is none
 * @param answer the kept answer's JSON
 * @param thing what the work began with, where it can't end in one transaction
 */
record Claim(
        int attempt,
        boolean sameBody,
        Optional<Instant> leaseUntil,
        Optional<Integer> status,
        Optional<String> answer,
        Optional<UUID> thing) {

    boolean heldAt(Instant now) {
        return leaseUntil.map(until -> until.isAfter(now)).orElse(false);
    }
}
