package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.emulator.openshift.Fault;
import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
        value = SignInResource.class,
        initArgs = @ResourceArg(name = "kind", value = "oidc"),
        restrictToAnnotatedClass = true)
class OidcSignInTest extends IdentityRoomCase {

    @Test
    void a_person_signs_in_by_an_id_token_alone() {
        provider().faults().user(Fault.DOWN);

        Browser browser = Browser.signedIn("carol");

        Response me = browser.get("/auth/me");
        assertThat(me.jsonPath().getString("username")).isEqualTo("carol");
        assertThat(me.jsonPath().getString("fullName")).isEqualTo("Carol Example");
        assertThat(me.jsonPath().getList("groups")).containsExactly("litemaas-admins");
        assertThat(me.jsonPath().getList("roles")).containsExactly("user", "admin");
        assertThat(browser.cookies()).containsOnlyKeys("lm", "lm-refresh");
        assertThat(sql.value("select issuer from identity.person where id = cast(? as uuid)", idOf("carol")))
                .isEqualTo(provider().url() + "/oidc");
    }

    @Test
    void asks_with_a_challenge_and_a_nonce() {
        URI page = new Browser().begin("/auth/login");

        assertThat(page.getQuery()).contains("code_challenge_method=S256", "code_challenge=", "nonce=", "scope=openid");
    }

    @Test
    void an_id_token_for_another_nonce_is_not_taken() {
        Browser browser = new Browser();
        URI page = browser.begin("/auth/login");
        URI other = URI.create(page.toString().replaceAll("nonce=[^&]*", "nonce=of-another-sign-in"));

        Response refused = browser.get(browser.choose(other, "alice"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(browser.cookies()).containsOnlyKeys("lm-return");
    }

    @Test
    void a_refusal_is_told() {
        Browser browser = new Browser();

        Response refused = browser.get(browser.refuse(browser.begin("/auth/login")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("auth.sign_in_refused");
    }

    @Test
    void a_code_works_once() {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        Browser copy = browser.copy();
        browser.get(back);

        assertThat(copy.get(back).jsonPath().getString("code")).isEqualTo("auth.sign_in_expired");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DOWN", "HANG", "ERROR", "GARBAGE"})
    void a_provider_that_gives_no_token_is_unavailable(Fault fault) {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        provider().faults().token(fault);

        Response unavailable = browser.get(back);

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.jsonPath().getString("code")).isEqualTo("auth.provider_unavailable");
        assertThat(Integer.parseInt(unavailable.header("Retry-After"))).isPositive();
        assertThat(browser.cookies()).containsOnlyKeys("lm-return");
    }
}
