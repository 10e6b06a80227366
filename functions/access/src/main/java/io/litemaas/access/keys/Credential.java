package io.litemaas.access.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code access.credential} while its value can still be derived.
 *
 * @param nonce absent once the value can't be asked for again
 * @param leaseUntil until when its attempt may still be at work
 */
@SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
record Credential(
        UUID id,
        UUID keyId,
        byte[] hash,
        Optional<byte[]> nonce,
        String pepperId,
        State state,
        int attempt,
        Optional<Instant> leaseUntil,
        Instant createdAt) {

    boolean isHeldAt(Instant now) {
        return leaseUntil.map(now::isBefore).orElse(false);
    }

    Credential taken(int newAttempt) {
        return new Credential(id, keyId, hash, nonce, pepperId, state, newAttempt, leaseUntil, createdAt);
    }

    /** Where a credential stands; all but the first two are final. */
    enum State {
        PENDING,
        ACTIVE,
        FAILED,
        REVOKED,
        EXPIRED,
        LOST,
        CANCELLED
    }
}
