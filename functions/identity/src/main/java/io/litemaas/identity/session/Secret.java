package io.litemaas.identity.session;

import io.litemaas.platform.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random value that is given away once; what is kept of it is its hash.
 *
 * @param value a prefix by which scanners know it, and 256 random bits
 */
public record Secret(String value) {
    private static final int BYTES = 32;

    /** A new one. */
    public static Secret random(String prefix, SecureRandom randomness) {
        byte[] bytes = new byte[BYTES];
        randomness.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Its SHA-256. */
    public byte[] hash() {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
