package io.litemaas.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key with its value, which is shown in this answer and in that to a repetition of the same request within 24 hours.
 *
 * @param value the secret; it prints as nothing
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IssuedKey(
        UUID id, UUID subscriptionId, String name, List<String> models, Optional<Instant> expiresAt, String value) {

    @Override
    public String toString() {
        return "IssuedKey[id=" + id + "]";
    }
}
