package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.SignInResource;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "identity"))
@QuarkusTestResource(SignInResource.class)
class OpenShiftSignInTest {
    @BeforeEach
    void freshLimits() {
        TestDatabase.shared().sql().run("delete from platform.rate_limit");
        SignInResource.provider().faults().clear();
    }

    @Test
    void a_person_signs_in_and_is_known() {
        Browser browser = new Browser();

        Response last = browser.signIn("alice");

        assertThat(last.statusCode()).as(last.asString()).isEqualTo(303);
        assertThat(last.header("Location")).isEqualTo("/");
        Response me = browser.get("/auth/me");
        assertThat(me.jsonPath().getString("username")).isEqualTo("alice");
    }
}
