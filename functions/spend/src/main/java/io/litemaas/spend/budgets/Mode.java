package io.litemaas.spend.budgets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a budget does when it is used up. */
public enum Mode {
    /** It only tells. */
    OBSERVE,
    /** Its keys stop. */
    BLOCK;

    /** The mode as SQL and JSON name it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
