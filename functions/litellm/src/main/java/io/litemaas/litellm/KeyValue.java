package io.litemaas.litellm;

import java.nio.charset.StandardCharsets;

/**
 * The value of a virtual key, with which its owner calls models. It prints as nothing.
 *
 * @param reveal the secret itself, for LiteLLM and for its owner only
 */
public record KeyValue(String reveal) {
    private static final int SHORTEST = 16;

    /** Refuses what LiteLLM refuses: a value that does not start with {@code sk-}, or is shorter than 16 characters. */
    public KeyValue {
        if (!reveal.startsWith("sk-") || reveal.length() < SHORTEST || !isPrintable(reveal)) {
            throw new IllegalArgumentException("not a key value");
        }
    }

    static boolean isPrintable(String text) {
        return text.chars().allMatch(character -> character > ' ' && character < 127);
    }

    /** The name under which LiteLLM and our tables know it. */
    public KeyHash hash() {
        return KeyHash.ofBytes(reveal.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "sk-…";
    }
}
