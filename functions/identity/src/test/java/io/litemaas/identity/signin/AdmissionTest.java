package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.platform.caller.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Map<String, Set<String>> GROUPS =
            Map.of("user", Set.of("staff", "guests"), "admin", Set.of("admins"), "admin-readonly", Set.of("auditors"));

    private final Admission restricted = Admission.of(GROUPS, Optional.of("fiona"));

    @Test
    void everybody_is_a_user_where_no_group_is_named() {
        assertThat(Admission.of(Map.of(), Optional.empty()).rolesOf("alice", List.of()))
                .containsExactly(Role.USER);
    }

    @Test
    void nobody_outside_the_groups_comes_in_where_some_are_named() {
        assertThat(restricted.rolesOf("alice", List.of("others"))).isEmpty();
        assertThat(restricted.rolesOf("alice", List.of("others", "guests"))).containsExactly(Role.USER);
    }

    @Test
    void an_admin_is_a_user_too() {
        assertThat(restricted.rolesOf("alice", List.of("admins"))).containsExactly(Role.USER, Role.ADMIN);
        assertThat(restricted.rolesOf("alice", List.of("auditors"))).containsExactly(Role.USER, Role.ADMIN_READONLY);
    }

    @Test
    void the_first_admin_comes_in_by_name_and_nobody_else_does() {
        assertThat(restricted.rolesOf("fiona", List.of())).containsExactly(Role.USER, Role.ADMIN);
        assertThat(restricted.rolesOf("Fiona", List.of())).isEmpty();
    }

    @Test
    void a_role_that_does_not_exist_is_a_mistake() {
        assertThatThrownBy(() -> Admission.of(Map.of("admins", Set.of("a")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Admission.of(Map.of("anyone", Set.of("a")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
