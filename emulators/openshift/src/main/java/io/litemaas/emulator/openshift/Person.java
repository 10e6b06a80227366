package io.litemaas.emulator.openshift;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who can sign in.
 *
 * @param name the login name, unique
 * @param fullName as shown to people
 * @param groups the groups that an admin of the cluster put them in
 */
public record Person(String name, String fullName, List<String> groups) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");

    /** Refuses a name that OpenShift would not take either. */
    public Person {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a login name");
        }
        groups = List.copyOf(groups);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Follows from the name alone, so that a restarted stand-in knows its people again. */
    String uid() {
        return UUID.nameUUIDFromBytes(("litemaas-stand-in:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
