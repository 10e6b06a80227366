package io.litemaas.identity.signin;

import io.litemaas.platform.caller.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in, and as what.
 *
 * @param roleGroups the groups of a role; where {@code user} has none, everybody may come in
 * @param firstAdmin the username of who is an admin whatever their groups
 */
record Admission(Map<Role, Set<String>> roleGroups, Optional<String> firstAdmin) {

    /** Reads the configuration; a role that does not exist is a mistake that must not pass for a restriction. */
    static Admission of(Map<String, Set<String>> roleGroups, Optional<String> firstAdmin) {
        Map<Role, Set<String>> groups = new java.util.EnumMap<>(Role.class);
        roleGroups.forEach((role, names) -> groups.put(named(role), Set.copyOf(names)));
        return new Admission(groups, firstAdmin);
    }

    /** The roles of a person, from the least on; none for somebody who may not come in. */
    List<Role> rolesOf(String username, Collection<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roleGroups.forEach((role, names) -> {
            if (!Collections.disjoint(names, groups)) {
                roles.add(role);
            }
        });
        if (firstAdmin.filter(username::equals).isPresent()) {
            roles.add(Role.ADMIN);
        }
        boolean everybody = roleGroups.getOrDefault(Role.USER, Set.of()).isEmpty();
        if (everybody || !roles.isEmpty()) {
            roles.add(Role.USER);
        }
        return List.copyOf(roles);
    }

    private static Role named(String word) {
        Role role = Role.named(word);
        if (role == Role.ANYONE) {
            throw new IllegalArgumentException("litemaas.identity.role-groups." + word + " names no role.");
        }
        return role;
    }
}
