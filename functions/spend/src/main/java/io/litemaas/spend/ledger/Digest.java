package io.litemaas.spend.ledger;

import io.litemaas.platform.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** SHA-256 over parts, each with its length before it, so that two lists of parts never read the same. */
final class Digest {
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    Digest text(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        parts.writeBytes(bytes);
        return this;
    }

    Digest number(long part) {
        return text(Long.toString(part));
    }

    byte[] whole() {
        return Sha256.of(parts.toByteArray());
    }

    /** Its first 16 bytes, in the form that PostgreSQL keeps 16 bytes in. */
    UUID firstHalf() {
        ByteBuffer bytes = ByteBuffer.wrap(whole());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
