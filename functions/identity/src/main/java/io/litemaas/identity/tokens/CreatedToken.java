package io.litemaas.identity.tokens;

import io.litemaas.identity.session.Secret;
import java.time.Instant;
import java.util.UUID;

/** A new token with its value, which only this answer holds. */
public record CreatedToken(UUID id, String name, String scope, Instant createdAt, Instant expiresAt, String value) {

    static CreatedToken of(ServiceToken token, Secret value) {
        return new CreatedToken(
                token.id(), token.name(), token.scope(), token.createdAt(), token.expiresAt(), value.value());
    }

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return "CreatedToken[" + id + "]";
    }
}
