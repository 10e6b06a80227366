package io.litemaas.platform.page;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by id or number, as callers hold it: 22 characters that mean nothing to them. */
final class Cursor {
    static final String FORM = "[A-Za-z0-9_-]{22}";

    private Cursor() {}

    static String after(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String after(long number) {
        return after(new UUID(0, number));
    }

    static Optional<UUID> read(String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
