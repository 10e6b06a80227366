package io.litemaas.identity.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who has signed in.
 *
 * @param groups the provider's, as of the last sign-in
 * @param epoch raised when what was given to the person must no longer hold
 * @param disabledAt empty for who may sign in
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Person(
        UUID id,
        String username,
        String fullName,
        Optional<String> email,
        List<String> roles,
        List<String> groups,
        int epoch,
        Optional<Instant> disabledAt,
        Instant createdAt,
        Instant lastSignInAt) {}
