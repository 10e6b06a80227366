package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.emulator.openshift.Fault;
import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.SignInResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What the portal needs of the sign-in, where one is configured. */
@QuarkusTest
@QuarkusTestResource(
        value = SignInResource.class,
        initArgs = @ResourceArg(name = "portal", value = "true"),
        restrictToAnnotatedClass = true)
class PortalSignInTest extends IdentityRoomCase {
    private static final String EXPIRED = "/app/sign-in?problem=auth.sign_in_expired&returnTo=%2F";

    @Inject
    MeterRegistry meters;

    @Test
    void whoever_comes_learns_whom_they_sign_in_with() {
        Response named = new Browser().get("/auth/provider");

        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.jsonPath().getString("name")).isEqualTo("OpenShift");
        assertThat(named.jsonPath().getString("kind")).isEqualTo("openshift");
    }

    @Test
    void a_refused_browser_ends_on_the_portals_page_and_knows_where_it_wanted_to_go() {
        Browser browser = new Browser();
        String back = browser.refuse(browser.begin("/auth/login?returnTo=/app/keys?all=1%26x"));

        Response sent = asBrowser(browser, back);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location"))
                .isEqualTo("/app/sign-in?problem=auth.sign_in_refused&returnTo=%2Fapp%2Fkeys%3Fall%3D1%26x");
    }

    @Test
    void so_does_one_that_has_begun_nothing_here() {
        Response sent = asBrowser(new Browser(), "/auth/callback?state=x&code=y");

        assertThat(sent.header("Location")).isEqualTo(EXPIRED);
    }

    @Test
    void such_a_call_is_counted_as_the_problem_that_it_came_to_and_not_as_a_sign_in() {
        double completed = callbacks("ok");
        double expired = callbacks("auth.sign_in_expired");

        asBrowser(new Browser(), "/auth/callback?state=x&code=y");
        await().untilAsserted(
                        () -> assertThat(callbacks("auth.sign_in_expired")).isEqualTo(expired + 1));
        Browser.signedIn("alice");

        await().untilAsserted(() -> assertThat(callbacks("ok")).isEqualTo(completed + 1));
        assertThat(callbacks("auth.sign_in_expired")).isEqualTo(expired + 1);
    }

    @Test
    void so_does_one_whose_provider_is_away() {
        Browser browser = new Browser();
        String back = browser.choose(browser.begin("/auth/login"), "alice");
        provider().faults().token(Fault.DOWN);

        assertThat(asBrowser(browser, back).header("Location"))
                .isEqualTo("/app/sign-in?problem=auth.provider_unavailable&returnTo=%2F");
    }

    @Test
    void programs_get_the_problem_itself() {
        Response refused = new Browser().get("/auth/callback?state=x&code=y");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("auth.sign_in_expired");
    }

    @Test
    void who_is_signed_in_learns_where_litellm_is() {
        assertThat(Browser.signedIn("alice").get("/auth/me").jsonPath().getString("litellmUrl"))
                .isEqualTo("https://litellm.example.org");
    }

    private double callbacks(String code) {
        return meters.find("litemaas.function").tags("function", "auth/callback", "code", code).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static Response asBrowser(Browser browser, String path) {
        return browser.request(path)
                .header("Accept", "text/html,application/xhtml+xml")
                .urlEncodingEnabled(false)
                .get(path);
    }
}
