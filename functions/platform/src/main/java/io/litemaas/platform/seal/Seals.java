package io.litemaas.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens with AES-256 in Galois/counter mode (NIST SP 800-38D). */
public final class Seals {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String current;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom randomness;

    /**
     * Seals with one key, opens with all.
     *
     * @param current the id of the key for what is sealed from now on
     * @param keys 32 bytes in hexadecimal each, by id
     * @throws IllegalStateException if they are none
     */
    public Seals(String current, Map<String, String> keys, SecureRandom randomness) {
        this.current = current;
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> key(key.getValue())));
        this.randomness = randomness;
        if (!this.keys.containsKey(current)) {
            throw new IllegalStateException(
                    "The current key for sealing, " + current + ", is not among those configured");
        }
    }

    /** Seals a text for one row. */
    public Sealed seal(String secret, UUID row) {
        byte[] nonce = new byte[NONCE_BYTES];
        randomness.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, row)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new Sealed(current, nonce, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    /**
     * Opens what was sealed for that row.
     *
     * @throws SealBrokenException if it can't be
     */
    public String open(Sealed sealed, UUID row) {
        SecretKeySpec key = keys.get(sealed.keyId());
        if (key == null) {
            throw new SealBrokenException("The key " + sealed.keyId() + " is not configured");
        }
        try {
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), row).doFinal(sealed.ciphertext());
            return new String(secret, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException("What was sealed with the key " + sealed.keyId()
                    + " is not for this row, or the key has another value than then");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, UUID row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array());
        return cipher;
    }

    private static SecretKeySpec key(String hex) {
        // the value must not appear in what is said about it
        if (!hex.matches("[0-9a-fA-F]{" + 2 * KEY_BYTES + "}")) {
            throw new IllegalStateException("A key for sealing is " + KEY_BYTES + " bytes in hexadecimal");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }
}
