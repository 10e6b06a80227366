package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The provider is away when the room starts: it starts all the same, and asks again at each sign-in. */
@QuarkusTest
@QuarkusTestResource(
        value = SignInResource.class,
        initArgs = {@ResourceArg(name = "kind", value = "oidc"), @ResourceArg(name = "away", value = "true")},
        restrictToAnnotatedClass = true)
class ProviderAwayTest extends IdentityRoomCase {

    @Test
    void a_sign_in_is_unavailable_until_the_provider_is_back() {
        Response unavailable = new Browser().get("/auth/login");

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.jsonPath().getString("code")).isEqualTo("auth.provider_unavailable");

        SignInResource.comeBack();
        Browser browser = new Browser();
        assertThat(browser.signIn("alice").statusCode()).isEqualTo(303);
    }
}
