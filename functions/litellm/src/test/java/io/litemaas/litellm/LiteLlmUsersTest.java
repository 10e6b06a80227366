package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmUsersTest extends ScriptedTest {
    private static final UserProfile PROFILE = UserProfile.of("u-alice", "Alice Example", Map.of("employee_no", "42"));

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void never_asks_about_everybody(String userId) {
        assertThatThrownBy(() -> litellm.users().find(userId, soon())).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void reads_a_user_as_it_was_recorded() {
        server.answers(200, Recording.bodyOf("031-user-info"));

        User user = litellm.users().find("u-alice", soon()).orElseThrow();

        assertThat(user.alias()).contains("Alice Example");
        assertThat(user.email()).contains("alice@example.org");
        assertThat(user.role()).contains("internal_user");
        assertThat(user.limits().maxBudget()).contains(new BigDecimal("10.0"));
        assertThat(user.metadata()).isEqualTo(Map.of("employee_no", "42"));
        assertThat(user.matches(PROFILE)).isFalse();
    }

    @Test
    void does_not_take_somebody_else_for_the_user_it_asked_for() {
        server.answers(200, Recording.bodyOf("031-user-info"));

        assertThatThrownBy(() -> litellm.users().find("u-bob", soon())).isInstanceOf(LiteLlmFault.class);
    }

    @Test
    void creates_users_without_a_key_and_without_the_right_to_make_one() {
        server.answers(200, "{\"user_id\":\"u-alice\",\"key\":\"\"}");

        litellm.users().create(PROFILE, soon());

        assertThat(server.last().target()).isEqualTo("/user/new");
        assertThat(server.last().body())
                .contains("\"auto_create_key\":false")
                .contains("\"user_role\":\"internal_user_viewer\"")
                .doesNotContain("user_email");
    }

    @Test
    void notices_a_key_that_nobody_asked_for() {
        server.answers(200, "{\"user_id\":\"u-alice\",\"key\":\"" + VALUE.reveal() + "\"}");

        assertThatThrownBy(() -> litellm.users().create(PROFILE, soon()))
                .isInstanceOf(LiteLlmFault.class)
                .hasMessageNotContaining(VALUE.reveal());
    }

    @Test
    void deletes_by_our_id() {
        server.answers(200, "1");

        assertThat(litellm.users().delete("u-alice", soon())).isTrue();
        assertThat(server.last().body()).isEqualTo("{\"user_ids\":[\"u-alice\"]}");
        server.answers(200, "\"ok\"");
        assertThatThrownBy(() -> litellm.users().delete("u-alice", soon())).isInstanceOf(LiteLlmFault.class);
    }

    @Test
    void needs_an_id_and_metadata() {
        assertThatThrownBy(() -> UserProfile.of("", "A", Map.of("a", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UserProfile.of("u", "A", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
