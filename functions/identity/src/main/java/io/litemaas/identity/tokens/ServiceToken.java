package io.litemaas.identity.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A service token without its value.
 *
 * @param scope {@code read} or {@code keys}
 * @param revokedAt empty while nobody has revoked it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ServiceToken(
        UUID id, String name, String scope, Instant createdAt, Instant expiresAt, Optional<Instant> revokedAt) {}
