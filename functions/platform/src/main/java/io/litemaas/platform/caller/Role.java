package io.litemaas.platform.caller;

import java.util.Arrays;

/** What a user may do, mapped from the provider's groups at sign-in. */
public enum Role {
    /** Nobody needs to have signed in. */
    ANYONE("anyone"),
    USER("user"),
    ADMIN_READONLY("admin-readonly"),
    ADMIN("admin");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role as SQL and JSON name it. */
    public String word() {
        return word;
    }

    /** The role of a name. */
    public static Role named(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role is named " + word));
    }

    /** Whether who has this role may do what needs the other: an admin may all, and a read-only admin what users may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
