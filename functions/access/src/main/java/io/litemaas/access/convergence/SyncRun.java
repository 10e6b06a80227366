package io.litemaas.access.convergence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a synchronisation, as the audit trail keeps it.
 *
 * @param seen how many things LiteLLM listed
 * @param changed how many of them, or of ours, were not as they should be
 * @param cause why it braked or failed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SyncRun(
        UUID id,
        Kind kind,
        Instant startedAt,
        Instant endedAt,
        Outcome outcome,
        int seen,
        int changed,
        Optional<String> cause) {

    /** What is synchronised. */
    public enum Kind {
        MODELS,
        KEYS;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** More was missing than is believed. */
        BRAKED,
        FAILED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
