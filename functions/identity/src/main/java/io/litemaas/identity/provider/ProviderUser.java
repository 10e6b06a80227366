package io.litemaas.identity.provider;

import java.util.List;
import java.util.Optional;

/**
 * A person as the provider knows them.
 *
 * @param issuer the provider
 * @param subject what the provider never gives to somebody else
 * @param groups in alphabetical order
 */
public record ProviderUser(
        String issuer, String subject, String username, String fullName, Optional<String> email, List<String> groups) {
    private static final int LONGEST = 253;

    /** Refuses what no provider in its right mind says. */
    public ProviderUser {
        requireName(subject);
        requireName(username);
        fullName = fullName == null || fullName.isBlank() ? username : fullName;
        groups = groups.stream().sorted().distinct().toList();
    }

    private static void requireName(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("The provider named nobody");
        }
    }
}
