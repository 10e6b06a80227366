package io.litemaas.access.keys;

import io.litemaas.platform.idempotency.IdempotentRequest.Fingerprint;

/**
 * A request whose answer holds a secret.
 *
 * @param key the raw Idempotency-Key, from which the secret is derived; it is kept nowhere
 * @param fingerprint what may be kept
 */
record SecretRequest(String key, Fingerprint fingerprint) {

    @Override
    public String toString() {
        return "SecretRequest[operation=" + fingerprint.operation() + "]";
    }
}
