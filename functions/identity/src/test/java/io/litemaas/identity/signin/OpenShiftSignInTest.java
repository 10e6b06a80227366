package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.emulator.openshift.Fault;
import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = SignInResource.class, restrictToAnnotatedClass = true)
class OpenShiftSignInTest extends IdentityRoomCase {

    @Test
    void a_person_signs_in_and_is_known() {
        Browser browser = new Browser();

        Response last = browser.signIn("alice");

        assertThat(last.statusCode()).as(last.asString()).isEqualTo(303);
        assertThat(last.header("Location")).isEqualTo("/");
        Response me = browser.get("/auth/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.jsonPath().getString("username")).isEqualTo("alice");
        assertThat(me.jsonPath().getString("fullName")).isEqualTo("Alice Example");
        assertThat(me.jsonPath().getList("roles")).containsExactly("user");
        assertThat(me.jsonPath().getList("groups")).contains("developers");
        assertThat(me.jsonPath().getString("litellm.state")).isEqualTo("pending");
        assertThat(me.jsonPath().getString("id")).isEqualTo(idOf("alice"));
    }

    @Test
    void no_script_reads_the_session_and_no_foreign_page_sends_the_refresh_token() {
        Browser browser = Browser.signedIn("alice");

        Cookie access = browser.cookies().get("lm");
        Cookie refresh = browser.cookies().get("lm-refresh");

        assertThat(access.isHttpOnly()).isTrue();
        assertThat(access.getPath()).isEqualTo("/");
        assertThat(access.getSameSite()).isEqualTo("Lax");
        assertThat(access.getMaxAge()).isEqualTo(600);
        assertThat(refresh.isHttpOnly()).isTrue();
        assertThat(refresh.getPath()).isEqualTo("/auth/refresh");
        assertThat(refresh.getSameSite()).isEqualTo("Strict");
        assertThat(refresh.getMaxAge()).isBetween(43_190L, 43_200L);
    }

    @Test
    void nothing_of_the_provider_remains_in_the_browser() {
        assertThat(Browser.signedIn("alice").cookies()).containsOnlyKeys("lm", "lm-refresh");
    }

    @Test
    void goes_on_where_the_person_wanted_to_go() {
        Browser browser = new Browser();

        Response last =
                browser.get(browser.choose(browser.begin("/auth/login?returnTo=/app/keys%3Ftab=mine"), "alice"));

        assertThat(last.header("Location")).isEqualTo("/app/keys?tab=mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example",
                "evil",
                "/%09/evil.example",
                "/a%5Cb",
                ""
            })
    void refuses_to_lead_to_another_host(String returnTo) {
        Response refused = new Browser().get("/auth/login?returnTo=" + returnTo);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("returnTo");
    }

    @Test
    void is_not_led_to_another_host_by_a_planted_cookie() {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        plant(browser, "lm-return", "%2F%2Fevil.example");

        assertThat(browser.get(back).header("Location")).isEqualTo("/");
    }

    @Test
    void a_refusal_is_told_once_and_asks_nobody_again() {
        Browser browser = new Browser();
        String back = browser.refuse(browser.begin("/auth/login"));

        problem(browser.get(back), 403, "auth.sign_in_refused");

        assertThat(browser.cookies()).containsOnlyKeys("lm-return");
        problem(browser.get(back), 401, "auth.sign_in_expired");
    }

    @Test
    void a_browser_gets_a_page_with_the_way_back() {
        Browser browser = new Browser();
        String back = browser.refuse(browser.begin("/auth/login"));

        Response page = browser.request(back)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .urlEncodingEnabled(false)
                .get(back);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("The sign-in was refused.", "href=\"/auth/login\"");
    }

    @Test
    void what_no_sign_in_was_begun_for_is_expired_and_not_sent_round_again() {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");

        problem(new Browser().get(back), 401, "auth.sign_in_expired");
        problem(browser.get("/auth/callback"), 401, "auth.sign_in_expired");
        problem(browser.get("/auth/callback?code=x&state=" + UUID.randomUUID()), 401, "auth.sign_in_expired");
        assertThat(browser.get(back).statusCode())
                .as("the right one still works")
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "|x", "|a.b.c.d.e", "x"})
    void a_state_that_was_not_given_here_is_expired(String rest) {
        Browser browser = new Browser();
        String state = UUID.randomUUID().toString();
        plant(browser, "q_auth_provider_" + state, state + rest);

        problem(browser.get("/auth/callback?code=x&state=" + state), 401, "auth.sign_in_expired");
    }

    @Test
    void a_state_of_another_sign_in_does_not_do() {
        Browser victim = new Browser();
        String state = stateOf(victim.begin("/auth/login"));
        Browser attacker = new Browser();
        String attackersCode =
                attacker.choose(attacker.begin("/auth/login"), "bob").replaceAll(".*code=([^&]*).*", "$1");

        problem(victim.get("/auth/callback?code=" + attackersCode + "&state=" + state), 401, "auth.sign_in_expired");
    }

    @Test
    void a_code_works_once() {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        Browser copy = browser.copy();
        browser.get(back);

        problem(copy.get(back), 401, "auth.sign_in_expired");
        assertThat(copy.cookies()).doesNotContainKeys("lm", "lm-refresh");
    }

    @Test
    void a_made_up_code_is_expired() {
        Browser browser = new Browser();
        String state = stateOf(browser.begin("/auth/login"));

        problem(browser.get("/auth/callback?code=made-up&state=" + state), 401, "auth.sign_in_expired");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HANG", "ERROR", "GARBAGE"})
    void a_provider_that_gives_no_token_is_unavailable(Fault fault) {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        provider().faults().token(fault);

        unavailable(browser.get(back));
        assertThat(browser.cookies()).containsOnlyKeys("lm-return");
        provider().faults().clear();
        assertThat(browser.signIn("alice").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HANG", "ERROR", "GARBAGE"})
    void a_provider_that_names_no_user_is_unavailable(Fault fault) {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        provider().faults().user(fault);

        unavailable(browser.get(back));
        assertThat(browser.cookies()).containsOnlyKeys("lm-return");
        provider().faults().clear();
        assertThat(browser.signIn("alice").statusCode()).isEqualTo(303);
    }

    @Test
    void an_error_of_the_providers_own_is_unavailable() {
        Browser browser = new Browser();
        String state = stateOf(browser.begin("/auth/login"));

        unavailable(browser.get("/auth/callback?error=server_error&state=" + state));
    }

    @Test
    void is_not_disturbed_by_a_session_of_another_program_on_this_host() {
        Browser browser = new Browser();
        plant(browser, "q_session", "x");
        plant(browser, "q_session_provider", "x");

        assertThat(browser.signIn("alice").statusCode()).isEqualTo(303);
    }

    @Test
    void two_tabs_sign_in_at_once() {
        Browser browser = new Browser();
        URI first = browser.begin("/auth/login");
        URI second = browser.begin("/auth/login");

        assertThat(browser.get(browser.choose(first, "alice")).statusCode()).isEqualTo(303);
        assertThat(browser.get(browser.choose(second, "alice")).statusCode()).isEqualTo(303);
    }

    @Test
    void counts_attempts() {
        Browser browser = new Browser();
        // over two minutes' worth: a minute may end in between
        Response refused = Stream.generate(() -> browser.get("/auth/login"))
                .limit(62)
                .filter(answer -> answer.statusCode() != 303)
                .findFirst()
                .orElseThrow();

        problem(refused, 429, "http.rate_limited");
    }

    @Test
    void other_paths_are_not_looked_at_by_the_code_flow() {
        Browser browser = new Browser();
        plant(browser, "q_session_provider", "x");

        problem(browser.get("/auth/me"), 401, "auth.sign_in_required");
        assertThat(browser.request("/auth/me")
                        .header("Authorization", "Bearer x.y.z")
                        .get("/auth/me")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("auth.session_ended");
    }

    private static String stateOf(URI page) {
        return page.getQuery().replaceAll(".*state=([^&]*).*", "$1");
    }

    private static void plant(Browser browser, String name, String value) {
        browser.cookies().put(name, new Cookie.Builder(name, value).setPath("/").build());
    }

    private static void unavailable(Response response) {
        problem(response, 503, "auth.provider_unavailable");
        assertThat(Integer.parseInt(response.header("Retry-After"))).isPositive();
    }

    private static void problem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.header("Location")).isNull();
    }
}
