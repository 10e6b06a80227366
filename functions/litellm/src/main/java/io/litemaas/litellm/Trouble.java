package io.litemaas.litellm;

import java.util.Locale;

/** Why nobody asks anything of LiteLLM for a while, as {@code cause} of {@code platform.integration_health} has it. */
public enum Trouble {
    /** It is down, hangs, or says that it is not ready. */
    UNAVAILABLE,
    /** It does not accept our credential: nothing goes until an admin sees to it. */
    CREDENTIAL,
    /** It told us to come later. That is no outage, so nobody is told of it. */
    THROTTLED;

    /** The word in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a word; what releases before wrote there told of outages only. */
    static Trouble of(String word) {
        for (Trouble trouble : values()) {
            if (trouble.word().equals(word)) {
                return trouble;
            }
        }
        return UNAVAILABLE;
    }
}
