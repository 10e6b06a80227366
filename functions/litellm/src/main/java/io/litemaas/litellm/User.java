package io.litemaas.litellm;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A user as LiteLLM has it.
 *
 * @param userId our id
 * @param alias the name shown
 * @param email the address
 * @param role LiteLLM's role; absent for users that it made in passing
 * @param limits what all their keys together may use
 * @param spend what LiteLLM counted since its last reset; not exact, no ledger
 * @param metadata its entries that are text
 */
public record User(
        String userId,
        Optional<String> alias,
        Optional<String> email,
        Optional<String> role,
        Limits limits,
        BigDecimal spend,
        Map<String, String> metadata) {

    /** Takes a copy. */
    public User {
        metadata = Map.copyOf(metadata);
    }

    /** Whether LiteLLM has all of this profile, so that nothing is left to set. */
    public boolean matches(UserProfile profile) {
        return userId.equals(profile.userId())
                && alias.filter(profile.alias()::equals).isPresent()
                && (profile.email().isEmpty() || profile.email().equals(email))
                && role.filter(UserProfile.ROLE::equals).isPresent()
                && limits.isSameAs(profile.limits())
                && metadata.equals(profile.metadata());
    }

    static User from(String expectedId, Fields fields) {
        if (!fields.text("user_id").equals(expectedId)) {
            throw fields.garbage("another user");
        }
        return new User(
                expectedId,
                fields.optionalText("user_alias"),
                fields.optionalText("user_email"),
                fields.optionalText("user_role"),
                Limits.from(fields),
                fields.decimal("spend"),
                fields.textEntries("metadata"));
    }
}
