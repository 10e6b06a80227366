package io.litemaas.platform.id;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash by which secrets are known. */
public final class Sha256 {
    private Sha256() {}

    /** The 32 bytes of a value's SHA-256. */
    public static byte[] of(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
