package io.litemaas.access.convergence;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * Something between LiteLLM and us that only an admin can decide.
 *
 * @param kind {@code unknown_key}: a key under our alias or users that we never made; {@code shrunken_listing}: more of
 *     our keys were missing at once than is believed; {@code refused}: LiteLLM does not take what it is asked
 * @param object the key's hash, a user's id, or what was asked for all: {@code keys}, {@code models}, {@code generate}
 * @param detail what else is known, JSON
 */
public record Conflict(
        UUID id, String kind, String object, @JsonRawValue String detail, Instant foundAt) {

    /** Whether this kind can be decided so: leaving it is always possible. */
    boolean canBeDecidedBy(String action) {
        return switch (action) {
            case "delete" -> kind.equals("unknown_key");
            case "confirm" -> kind.equals("shrunken_listing");
            default -> true;
        };
    }
}
