package io.litemaas.operations.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which LiteLLM it is.
 *
 * @param found as LiteLLM told it with the last reading of its models
 * @param proven those that the release which read them was proven on
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LiteLlmVersion(State state, Optional<String> found, List<String> proven) {

    static LiteLlmVersion of(Optional<String> found, List<String> proven) {
        State known = found.map(proven::contains).orElse(false) ? State.PROVEN : State.UNPROVEN;
        return new LiteLlmVersion(found.isPresent() ? known : State.UNKNOWN, found, proven);
    }

    /** What can be said of it. */
    public enum State {
        PROVEN,
        /** The suite did not run on this one: it may do as well. */
        UNPROVEN,
        /** LiteLLM does not tell it, or was not asked yet. */
        UNKNOWN;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
