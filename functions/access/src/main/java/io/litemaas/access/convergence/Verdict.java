package io.litemaas.access.convergence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a key may call models, or why not. */
public enum Verdict {
    VALID,
    PENDING,
    FAILED,
    REVOKED,
    EXPIRED,
    LOST,
    BLOCKED_AS_LEAKED,
    BLOCKED_BY_ADMIN,
    BLOCKED_BY_OWNER,
    OWNER_DISABLED,
    SUBSCRIPTION_ENDED,
    BUDGET_EXHAUSTED,
    UNKNOWN;

    /** What the state of a credential says by itself. */
    static Verdict ofCredential(String state) {
        return switch (state) {
            case "active" -> VALID;
            case "cancelled" -> SUBSCRIPTION_ENDED;
            default -> valueOf(state.toUpperCase(Locale.ROOT));
        };
    }

    /** The word in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
