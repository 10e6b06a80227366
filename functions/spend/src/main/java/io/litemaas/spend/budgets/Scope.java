package io.litemaas.spend.budgets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose spend a budget counts. */
public enum Scope {
    USER,
    SUBSCRIPTION,
    KEY;

    /** The scope as SQL and JSON name it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
