package io.litemaas.identity.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = SignInResource.class, restrictToAnnotatedClass = true)
class PeopleTest extends IdentityRoomCase {

    @Test
    void groups_of_the_provider_make_the_roles() {
        assertThat(rolesOf(Browser.signedIn("alice"))).isEqualTo("[user]");
        assertThat(rolesOf(Browser.signedIn("carol"))).isEqualTo("[user, admin]");
        assertThat(rolesOf(Browser.signedIn("dave"))).isEqualTo("[user, admin-readonly]");
    }

    @Test
    void the_first_admin_needs_no_group() {
        assertThat(rolesOf(Browser.signedIn("fiona"))).isEqualTo("[user, admin]");
    }

    @Test
    void a_change_of_role_acts_on_the_next_call_of_other_sessions() {
        String name = "r" + UUID.randomUUID().toString().substring(0, 8);
        Browser old = Browser.signedIn(name, "litemaas-admins");
        Browser same = Browser.signedIn(name, "litemaas-admins");
        assertThat(old.get("/users/list").statusCode()).isEqualTo(200);

        Browser fresh = Browser.signedIn(name, "developers");

        assertThat(code(old.get("/auth/me"))).isEqualTo("auth.session_ended");
        assertThat(old.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
        assertThat(code(old.get("/users/list"))).isEqualTo("auth.forbidden");
        assertThat(code(fresh.get("/users/list"))).isEqualTo("auth.forbidden");
        assertThat(code(same.get("/auth/me"))).isEqualTo("auth.session_ended");
    }

    @Test
    void the_same_roles_leave_other_sessions_alone() {
        Browser first = Browser.signedIn("alice");

        Browser.signedIn("alice");

        assertThat(first.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_sign_in_is_announced_and_audited() {
        Browser.signedIn("bob");
        String id = idOf("bob");

        String data = sql.value(
                "select data from identity.outbox where type = 'io.litemaas.user.signed-in.v1' and subject = ?"
                        + " order by created_at desc limit 1",
                id);
        assertThat(data).contains(id, "bob");
        assertThat(sql.column(
                        "select action from platform.audit where room = 'identity' and object = ? and actor::text = ?",
                        id,
                        id))
                .contains("user.signed_in");
    }

    @Test
    void me_shows_how_far_litellm_is() {
        Browser browser = Browser.signedIn("alice");
        sql.run("""
                insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                values (cast(? as uuid), 'synced', now(), now()) on conflict do nothing""", idOf("alice"));

        Response me = browser.get("/auth/me");

        assertThat(me.jsonPath().getString("litellm.state")).isEqualTo("synced");
        assertThat(me.jsonPath().getString("litellm.changedAt")).isNotNull();
        sql.run("delete from access.user_sync");
    }

    @Test
    void a_disabled_user_is_out_at_once_and_stays_out() {
        Browser admin = Browser.signedIn("carol");
        Browser victim = Browser.signedIn("erin");
        String id = idOf("erin");

        Response disabled = admin.post("/users/disable", "{\"userId\":\"" + id + "\"}");

        assertThat(disabled.statusCode()).isEqualTo(200);
        assertThat(disabled.jsonPath().getString("disabledAt")).isNotNull();
        assertThat(code(victim.get("/auth/me"))).isEqualTo("auth.session_ended");
        assertThat(code(victim.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
        Browser again = new Browser();
        assertThat(code(again.signIn("erin"))).isEqualTo("auth.user_disabled");
        assertThat(again.cookies()).doesNotContainKeys("lm", "lm-refresh");

        assertThat(admin.post("/users/enable", "{\"userId\":\"" + id + "\"}")
                        .jsonPath()
                        .getString("disabledAt"))
                .isNull();
        assertThat(code(victim.post("/auth/refresh", "{}")))
                .as("the old session stays dead")
                .isEqualTo("auth.session_ended");
        Browser.signedIn("erin");
    }

    @Test
    void disabling_is_announced_once_and_audited() {
        Browser admin = Browser.signedIn("carol");
        Person victim = Person.user("gina");
        String body = "{\"userId\":\"" + victim.id() + "\"}";

        admin.post("/users/disable", body);
        admin.post("/users/disable", body);

        String events = "select data from identity.outbox where type = 'io.litemaas.user.changed.v1' and subject = ?";
        String id = victim.id().toString();
        assertThat(sql.column(events, id))
                .hasSize(1)
                .allSatisfy(data -> assertThat(data).contains("\"disabled\": true"));
        assertThat(sql.column("select actor from platform.audit where action = 'user.disabled' and object = ?", id))
                .containsExactly(idOf("carol"));
        assertThat(sql.value("select epoch from identity.person where id = ?", victim.id()))
                .isEqualTo("2");
    }

    @Test
    void nobody_disables_themselves() {
        Browser admin = Browser.signedIn("carol");

        Response refused = admin.post("/users/disable", "{\"userId\":\"" + idOf("carol") + "\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("users.yourself");
    }

    @Test
    void an_unknown_user_is_not_found() {
        Response missing =
                Browser.signedIn("carol").post("/users/disable", "{\"userId\":\"" + UUID.randomUUID() + "\"}");

        assertThat(missing.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"alice, 403, 403", "dave, 200, 403", "carol, 200, 404"})
    void admins_alone_see_and_change_users(String who, int list, int change) {
        Browser browser = Browser.signedIn(who);

        assertThat(browser.get("/users/list").statusCode()).isEqualTo(list);
        assertThat(browser.post("/users/enable", "{\"userId\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422",
                "{\"userId\":\"x\"} | 422",
                "{\"userId\":null} | 422",
                "{\"userId\":7} | 422",
                "{\"user\":\"x\"} | 422",
                "[] | 422",
                "{ | 400",
                "'' | 400"
            })
    void says_what_is_wrong_with_a_request(String body, int status) {
        assertThat(Browser.signedIn("carol").post("/users/disable", body).statusCode())
                .isEqualTo(status);
    }

    @Test
    void lists_people_by_pages_and_by_text() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            Person.user(mark + "-" + i);
        }
        String token = Person.with("reader", "user", "admin-readonly").token();

        Response first = list(token, "?limit=2&text=" + mark.toUpperCase(java.util.Locale.ROOT));
        Response second = list(
                token, "?limit=2&text=" + mark + "&cursor=" + first.jsonPath().getString("next"));

        assertThat(first.jsonPath().getList("items")).hasSize(2);
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    private static Response list(String token, String query) {
        return given().filter(new ContractFilter())
                .header("Authorization", "Bearer " + token)
                .get("/users/list" + query);
    }

    private static String rolesOf(Browser browser) {
        return browser.get("/auth/me").jsonPath().getList("roles").toString();
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}
