package io.litemaas.identity.tokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/**
 * A token to be made.
 *
 * @param expiresInDays from now; 90 where it is not given
 */
public record TokenRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull TokenScope scope,
        @Min(1) @Max(365) Integer expiresInDays) {
    private static final int DAYS = 90;

    Duration lives() {
        return Duration.ofDays(Optional.ofNullable(expiresInDays).orElse(DAYS));
    }

    /** What a service token may be made for: a person's own rights are not among them. */
    public enum TokenScope {
        @JsonProperty("read")
        READ,
        @JsonProperty("keys")
        KEYS;

        String word() {
            return this == READ ? "read" : "keys";
        }
    }
}
