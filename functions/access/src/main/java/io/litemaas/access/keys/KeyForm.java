package io.litemaas.access.keys;

import io.litemaas.litellm.KeyValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * How a key's value looks: {@code sk-lm-}, 43 base62 digits of 256 bits, 6 base62 digits of the CRC32 of what stands
 * before, so that a scanner can tell one of ours from a random string without asking anybody.
 */
final class KeyForm {
    private static final String PREFIX = "sk-lm-";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;

    private KeyForm() {}

    static KeyValue of(byte[] secret) {
        String body = PREFIX + base62(new BigInteger(1, secret), SECRET_DIGITS);
        return new KeyValue(body + check(body));
    }

    /** Whether a text can be one of our keys. */
    static boolean matches(String text) {
        int end = PREFIX.length() + SECRET_DIGITS;
        return text.matches(PREFIX + "[0-9A-Za-z]{" + (SECRET_DIGITS + CHECK_DIGITS) + "}")
                && check(text.substring(0, end)).equals(text.substring(end));
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        while (text.length() < digits) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
