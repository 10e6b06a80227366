package io.litemaas.access.convergence;

import java.util.UUID;

/** The name of a credential in LiteLLM: it says which installation made it, so that two can share one LiteLLM. */
public final class Alias {
    private Alias() {}

    static String prefix(String instance) {
        return "lm:" + instance + ":";
    }

    /** The alias of a credential. */
    public static String of(String instance, UUID credentialId) {
        return prefix(instance) + credentialId;
    }
}
