package io.litemaas.emulator.litellm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Ids and key values that LiteLLM makes itself. */
final class Ids {
    private final SecureRandom random = new SecureRandom();

    String uuid() {
        return UUID.randomUUID().toString();
    }

    String keyValue() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return "sk-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of a key given as a value or as its hash. */
    static String hashOf(String keyOrHash) {
        return keyOrHash.startsWith("sk-") ? sha256(keyOrHash) : keyOrHash;
    }
}
