package io.litemaas.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.litemaas.testing.Events;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = SignInResource.class, restrictToAnnotatedClass = true)
class SessionTest extends IdentityRoomCase {
    private static final String FAMILY_OF = """
            (select family_id from identity.refresh_token where hash = sha256(convert_to(?, 'UTF8')))""";

    @Test
    void a_refresh_replaces_both_tokens() {
        Browser browser = Browser.signedIn("alice");
        String refresh = browser.cookie("lm-refresh");

        Response refreshed = browser.post("/auth/refresh", "{}");

        assertThat(refreshed.statusCode()).isEqualTo(204);
        assertThat(browser.cookie("lm-refresh")).startsWith("lmr_").isNotEqualTo(refresh);
        assertThat(browser.get("/auth/me").statusCode()).isEqualTo(200);
        assertThat(browser.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void two_tabs_refresh_at_once_and_both_go_on() {
        Browser first = Browser.signedIn("alice");
        Browser second = first.copy();

        assertThat(IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(i -> (i == 0 ? first : second).post("/auth/refresh", "{}"))
                        .map(Response::statusCode))
                .containsOnly(204);

        assertThat(first.cookie("lm-refresh")).isNotEqualTo(second.cookie("lm-refresh"));
        assertThat(first.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
        assertThat(second.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void a_token_used_again_later_is_stolen_and_its_family_dies() {
        Browser owner = Browser.signedIn("alice");
        Browser thief = owner.copy();
        owner.post("/auth/refresh", "{}");
        usedAgo(thief.cookie("lm-refresh"), 21);

        assertThat(code(thief.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");

        assertThat(code(owner.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
        assertThat(owner.cookies()).as("dead cookies are taken away").isEmpty();
    }

    @Test
    void a_token_used_again_within_twenty_seconds_is_a_second_tab() {
        Browser first = Browser.signedIn("alice");
        Browser second = first.copy();
        first.post("/auth/refresh", "{}");
        usedAgo(second.cookie("lm-refresh"), 15);

        assertThat(second.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void a_family_lives_twelve_hours_however_often_it_is_refreshed() {
        Browser browser = Browser.signedIn("alice");
        browser.post("/auth/refresh", "{}");
        sql.run(
                "update identity.session_family set created_at = created_at - interval '13 hours',"
                        + " expires_at = expires_at - interval '12 hours' where id = " + FAMILY_OF,
                browser.cookie("lm-refresh"));

        assertThat(code(browser.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
    }

    @Test
    void a_refresh_needs_a_token_of_ours() {
        Browser nobody = new Browser();
        assertThat(code(nobody.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");

        nobody.cookies()
                .put(
                        "lm-refresh",
                        new Cookie.Builder("lm-refresh", "lmr_made-up")
                                .setPath("/auth")
                                .build());
        assertThat(code(nobody.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
    }

    @Test
    void a_refresh_needs_the_header_that_no_foreign_page_can_send() {
        Response refused = Browser.signedIn("alice")
                .request("/auth/refresh")
                .contentType("application/json")
                .body("{}")
                .post("/auth/refresh");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("auth.csrf_header_missing");
    }

    @Test
    void a_dead_access_token_does_not_hinder_the_refresh() {
        Browser browser = Browser.signedIn("alice");
        browser.cookies()
                .put("lm", new Cookie.Builder("lm", "dead").setPath("/").build());

        assertThat(browser.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
        assertThat(browser.get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_this_session_and_no_other() {
        Browser here = Browser.signedIn("alice");
        Browser elsewhere = Browser.signedIn("alice");
        Browser copy = here.copy();

        assertThat(here.post("/auth/logout", "{}").statusCode()).isEqualTo(204);

        assertThat(here.cookies()).isEmpty();
        assertThat(code(copy.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
        assertThat(elsewhere.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void signing_out_everywhere_acts_on_the_next_call_in_every_browser() {
        Browser here = Browser.signedIn("alice");
        Browser elsewhere = Browser.signedIn("alice");
        Browser bob = Browser.signedIn("bob");

        assertThat(here.post("/auth/logout-everywhere", "{}").statusCode()).isEqualTo(204);

        assertThat(here.cookies()).isEmpty();
        assertThat(code(elsewhere.get("/auth/me"))).isEqualTo("auth.session_ended");
        assertThat(code(elsewhere.post("/auth/refresh", "{}"))).isEqualTo("auth.session_ended");
        assertThat(bob.get("/auth/me").statusCode()).isEqualTo(200);
        assertThat(sql.column("select action from platform.audit where object = ?", idOf("alice")))
                .contains("user.signed_out_everywhere");
        assertThat(Browser.signedIn("alice").get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_needs_a_session() {
        assertThat(code(new Browser().post("/auth/logout", "{}"))).isEqualTo("auth.sign_in_required");
    }

    @Test
    void what_is_kept_of_a_refresh_token_is_its_hash() {
        Browser browser = Browser.signedIn("alice");

        assertThat(sql.column(
                        "select id from identity.session_family where id = " + FAMILY_OF, browser.cookie("lm-refresh")))
                .hasSize(1);
        assertThat(sql.column("select t::text from identity.refresh_token t"))
                .noneMatch(row -> row.contains(browser.cookie("lm-refresh")));
    }

    @Test
    void dead_families_are_forgotten_and_living_ones_are_not() {
        Browser dead = Browser.signedIn("alice");
        Browser copy = dead.copy();
        Browser living = Browser.signedIn("alice");
        dead.post("/auth/logout", "{}");
        String waiting = "select due from identity.published_due_forget_sessions";
        assertThat(sql.value(waiting)).isEqualTo("t");

        runJob("identity.forget-sessions");

        assertThat(sql.value(waiting)).isEqualTo("f");
        assertThat(sql.column("select " + FAMILY_OF + " where 1 = 1", copy.cookie("lm-refresh")))
                .containsOnlyNulls();
        assertThat(living.post("/auth/refresh", "{}").statusCode()).isEqualTo(204);
        assertThat(sql.column("select room from operations.job where name = 'identity.forget-sessions'"))
                .containsExactly("identity");
    }

    private void runJob(String job) {
        Events.runJob("identity", job);
    }

    private void usedAgo(String token, int seconds) {
        assertThat(sql.run(
                        "update identity.refresh_token set used_at = now() - make_interval(secs => ?)"
                                + " where hash = sha256(convert_to(?, 'UTF8'))",
                        seconds,
                        token))
                .isEqualTo(1);
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}
