package io.litemaas.litellm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a key's value, as LiteLLM names its keys ({@code token}); not secret.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(@JsonValue String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses anything that is no such digest, a key's value above all. */
    @JsonCreator
    public KeyHash {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("not the SHA-256 of a key");
        }
    }

    static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    static KeyHash ofBytes(byte[] value) {
        try {
            return new KeyHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
