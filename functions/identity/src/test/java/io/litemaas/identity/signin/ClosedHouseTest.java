package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Where users must be in a group, the others stay outside. */
@QuarkusTest
@QuarkusTestResource(
        value = SignInResource.class,
        initArgs = @ResourceArg(name = "closed", value = "true"),
        restrictToAnnotatedClass = true)
class ClosedHouseTest extends IdentityRoomCase {

    @Test
    void lets_in_who_is_in_a_group_that_is_admitted() {
        assertThat(new Browser().signIn("gina", "litemaas-users").statusCode()).isEqualTo(303);
    }

    @Test
    void leaves_nothing_of_who_is_in_none() {
        Browser browser = new Browser();

        Response answer = browser.signIn("henry", "somebody-elses-users");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("code")).isEqualTo("auth.not_admitted");
        assertThat(browser.cookies()).doesNotContainKeys("lm", "lm-refresh");
        assertThat(TestDatabase.shared().sql().value("select count(*) from identity.person where username = 'henry'"))
                .isEqualTo("0");
    }
}
