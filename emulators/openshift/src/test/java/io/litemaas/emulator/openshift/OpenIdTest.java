package io.litemaas.emulator.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class OpenIdTest extends EmulatorTest {
    private static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

    private String code(Map<String, String> request) {
        return Browser.parameters(browser.post("/oidc/authorize", Browser.with(request, "user", "carol")))
                .get("code");
    }

    private HttpResponse<String> redeem(String verifier) {
        String code = code(Browser.openIdRequest(VERIFIER));
        return browser.redeem("/oidc/token", code, Map.of("code_verifier", verifier), "Authorization", Browser.BASIC);
    }

    @Test
    void signs_an_id_token_that_its_keys_verify() throws Exception {
        JsonObject discovery = new JsonObject(
                browser.get("/oidc/.well-known/openid-configuration").body());
        JsonWebKeySet keys = new JsonWebKeySet(browser.get("/oidc/jwks").body());

        String idToken = new JsonObject(redeem(VERIFIER).body()).getString("id_token");

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer(discovery.getString("issuer"))
                .setExpectedAudience("litemaas")
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build()
                .processToClaims(idToken);
        assertThat(claims.getStringClaimValue("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("carol");
        assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("litemaas-admins"));
    }

    @Test
    void keeps_its_private_key() {
        assertThat(browser.get("/oidc/jwks").body()).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void refuses_a_wrong_verifier() {
        HttpResponse<String> answer = redeem("another");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_a_request_without_pkce_or_with_the_plain_method() {
        Map<String, String> without = new LinkedHashMap<>(Browser.openIdRequest(VERIFIER));
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        Map<String, String> plain = Browser.with(Browser.openIdRequest(VERIFIER), "code_challenge_method", "plain");

        assertThat(Browser.parameters(browser.get("/oidc/authorize", without)))
                .containsEntry("error", "invalid_request");
        assertThat(Browser.parameters(browser.get("/oidc/authorize", plain))).containsEntry("error", "invalid_request");
    }

    @Test
    void wants_the_scope_openid() {
        Map<String, String> request = Browser.with(Browser.openIdRequest(VERIFIER), "scope", "profile");

        assertThat(Browser.parameters(browser.get("/oidc/authorize", request))).containsEntry("error", "invalid_scope");
    }

    @Test
    void answers_a_wrong_secret_with_401() {
        HttpResponse<String> answer = browser.redeem(
                "/oidc/token",
                code(Browser.openIdRequest(VERIFIER)),
                Map.of("code_verifier", VERIFIER),
                "Authorization",
                Browser.basic("litemaas", "guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void does_not_take_a_code_of_the_other_dialect() {
        HttpResponse<String> answer =
                browser.redeem("/oidc/token", browser.codeFor("carol"), Map.of(), "Authorization", Browser.BASIC);

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void answers_userinfo_with_groups() {
        String token = new JsonObject(redeem(VERIFIER).body()).getString("access_token");

        HttpResponse<String> answer = browser.get("/oidc/userinfo", "Authorization", "Bearer " + token);

        JsonObject claims = new JsonObject(answer.body());
        assertThat(claims.getString("preferred_username")).isEqualTo("carol");
        assertThat(claims.getJsonArray("groups")).isEqualTo(JsonArray.of("litemaas-admins"));
        assertThat(browser.get("/oidc/userinfo").statusCode()).isEqualTo(401);
    }
}
