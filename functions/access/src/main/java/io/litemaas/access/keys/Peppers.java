package io.litemaas.access.keys;

import at.favre.lib.hkdf.HKDF;
import io.litemaas.access.room.AccessConfig;
import io.litemaas.litellm.KeyValue;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Derives the values of keys (HKDF, RFC 5869): from a pepper that only this room holds, a nonce that only the database
 * holds, and the Idempotency-Key that only the caller holds. Any two of them give nothing.
 */
@Singleton
class Peppers {
    private static final int SHORTEST = 32;
    private static final byte VERSION = 1;

    private final String current;
    private final Map<String, byte[]> values;

    Peppers(AccessConfig config) {
        this.current = config.pepper().current();
        this.values = config.pepper().values().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, pepper -> bytes(pepper.getValue())));
        if (!values.containsKey(current)) {
            throw new IllegalStateException(
                    "litemaas.access.pepper.current names no pepper of litemaas.access.pepper.values");
        }
    }

    /** The id of the pepper for new credentials, which goes into their rows. */
    String current() {
        return current;
    }

    /** The value that this caller's request gives. */
    KeyValue derive(String pepperId, byte[] nonce, UUID userId, String idempotencyKey) {
        byte[] pepper = values.get(pepperId);
        if (pepper == null) {
            throw new IllegalStateException("The pepper " + pepperId + " is not configured any more");
        }
        byte[] secret = HKDF.fromHmacSha256().extractAndExpand(nonce, pepper, info(userId, idempotencyKey), 32);
        return KeyForm.of(secret);
    }

    /** Each part with its length before it, so that no two requests share one text. */
    private static byte[] info(UUID userId, String idempotencyKey) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        append(info, new byte[] {VERSION});
        append(info, userId.toString().getBytes(StandardCharsets.US_ASCII));
        append(info, idempotencyKey.getBytes(StandardCharsets.UTF_8));
        return info.toByteArray();
    }

    private static void append(ByteArrayOutputStream info, byte[] part) {
        info.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        info.writeBytes(part);
    }

    private static byte[] bytes(String hex) {
        byte[] pepper = HexFormat.of().parseHex(hex);
        if (pepper.length < SHORTEST) {
            throw new IllegalStateException("A pepper has at least " + SHORTEST + " bytes");
        }
        return pepper;
    }
}
