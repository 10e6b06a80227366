package io.litemaas.emulator.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenShiftSignInTest extends EmulatorTest {
    private static final String TOKENS = "/apis/oauth.openshift.io/v1/useroauthaccesstokens/";

    private HttpResponse<String> redeem(String code, Map<String, String> more) {
        return browser.redeem("/oauth/token", code, more, "Authorization", Browser.BASIC);
    }

    private static String error(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return new JsonObject(answer.body()).getString("error");
    }

    @Test
    void answers_a_code_as_openshift_does() {
        HttpResponse<String> answer = redeem(browser.codeFor("alice"), Map.of());

        JsonObject body = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.getString("access_token")).matches("sha256~[A-Za-z0-9_-]{43}");
        body.remove("access_token");
        assertThat(body)
                .isEqualTo(new JsonObject()
                        .put("expires_in", 86400)
                        .put("scope", "user:full")
                        .put("token_type", "Bearer"));
    }

    @Test
    void takes_the_secret_from_the_form_too() {
        HttpResponse<String> answer = browser.redeem(
                "/oauth/token",
                browser.codeFor("alice"),
                Map.of("client_id", "litemaas", "client_secret", "litemaas-secret"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_wrong_secret() {
        HttpResponse<String> answer = browser.redeem(
                "/oauth/token",
                browser.codeFor("alice"),
                Map.of(),
                "Authorization",
                Browser.basic("litemaas", "guess"));

        assertThat(error(answer)).isEqualTo("unauthorized_client");
    }

    @Test
    void refuses_a_code_for_the_second_time() {
        String code = browser.codeFor("alice");
        redeem(code, Map.of());

        assertThat(error(redeem(code, Map.of()))).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_a_code_after_a_minute() {
        String code = browser.codeFor("alice");
        clock.advance(Duration.ofSeconds(60));

        assertThat(error(redeem(code, Map.of()))).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_a_code_with_another_redirect_uri() {
        HttpResponse<String> answer =
                redeem(browser.codeFor("alice"), Map.of("redirect_uri", "http://localhost:8080/other"));

        assertThat(error(answer)).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_another_grant_type() {
        HttpResponse<String> answer = redeem(browser.codeFor("alice"), Map.of("grant_type", "password"));

        assertThat(error(answer)).isEqualTo("unsupported_grant_type");
    }

    @Test
    void wants_the_verifier_of_a_challenge() {
        Map<String, String> request = Browser.with(Browser.request(), "user", "alice");
        Map<String, String> challenged = Browser.with(request, "code_challenge", "plain-verifier");
        String first =
                Browser.parameters(browser.post("/oauth/authorize", challenged)).get("code");
        String second =
                Browser.parameters(browser.post("/oauth/authorize", challenged)).get("code");

        assertThat(error(redeem(first, Map.of("code_verifier", "another")))).isEqualTo("invalid_grant");
        assertThat(redeem(second, Map.of("code_verifier", "plain-verifier")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void says_who_holds_a_token() {
        HttpResponse<String> answer = browser.whoAmI(browser.tokenFor("carol"));

        JsonObject user = new JsonObject(answer.body());
        assertThat(user.getString("apiVersion")).isEqualTo("user.openshift.io/v1");
        assertThat(user.getString("kind")).isEqualTo("User");
        assertThat(user.getJsonObject("metadata").getString("name")).isEqualTo("carol");
        assertThat(user.getJsonObject("metadata").getString("uid")).isNotBlank();
        assertThat(user.getString("fullName")).isEqualTo("Carol Example");
        assertThat(user.getJsonArray("identities")).isEqualTo(JsonArray.of("stand-in:carol"));
        assertThat(user.getJsonArray("groups"))
                .isEqualTo(JsonArray.of("litemaas-admins", "system:authenticated", "system:authenticated:oauth"));
    }

    @Test
    void knows_a_person_again_by_the_same_uid() {
        String first = browser.whoAmI(browser.tokenFor("alice")).body();
        String second = browser.whoAmI(browser.tokenFor("alice")).body();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void puts_a_free_name_in_the_groups_given() {
        Map<String, String> form = Browser.with(Browser.request(), "user", "mallory");
        String code = Browser.parameters(
                        browser.post("/oauth/authorize", Browser.with(form, "groups", "testers, developers")))
                .get("code");
        String token = new JsonObject(redeem(code, Map.of()).body()).getString("access_token");

        assertThat(new JsonObject(browser.whoAmI(token).body()).getJsonArray("groups"))
                .contains("testers", "developers");
    }

    @Test
    void answers_401_without_a_token_that_works() {
        String expiring = browser.tokenFor("alice");
        clock.advance(Duration.ofDays(1));

        assertThat(browser.whoAmI("sha256~forged").statusCode()).isEqualTo(401);
        assertThat(browser.whoAmI(expiring).statusCode()).isEqualTo(401);
    }

    @Test
    void deletes_the_callers_own_token_by_its_name() {
        String token = browser.tokenFor("alice");
        String bearer = "Bearer " + token;
        String name = AccessTokens.nameOf(token);

        HttpResponse<String> answer = browser.delete(TOKENS + name, "Authorization", bearer);

        assertThat(name).doesNotContain(token.substring(7));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.whoAmI(token).statusCode()).isEqualTo(401);
    }

    @Test
    void does_not_delete_somebody_elses_token() {
        String alices = browser.tokenFor("alice");
        String bearer = "Bearer " + browser.tokenFor("bob");

        HttpResponse<String> answer = browser.delete(TOKENS + AccessTokens.nameOf(alices), "Authorization", bearer);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(browser.whoAmI(alices).statusCode()).isEqualTo(200);
    }

    @Test
    void publishes_its_metadata() {
        JsonObject metadata = new JsonObject(
                browser.get("/.well-known/oauth-authorization-server").body());

        assertThat(metadata.getString("issuer")).isEqualTo(emulator.url());
        assertThat(metadata.getString("authorization_endpoint")).isEqualTo(emulator.url() + "/oauth/authorize");
        assertThat(metadata.getString("token_endpoint")).isEqualTo(emulator.url() + "/oauth/token");
    }
}
