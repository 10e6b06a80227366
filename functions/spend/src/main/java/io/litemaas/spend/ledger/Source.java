package io.litemaas.spend.ledger;

import java.util.Locale;

/** How LiteLLM's word of a request came to us. */
enum Source {
    PUSH,
    PULL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
