package io.litemaas.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.emulator.openshift.Fault;
import io.litemaas.identity.Browser;
import io.litemaas.identity.IdentityRoomCase;
import io.litemaas.identity.LogLines;
import io.litemaas.identity.SignInResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = SignInResource.class, restrictToAnnotatedClass = true)
class QuietSignInTest extends IdentityRoomCase {

    @Test
    void what_anybody_can_provoke_leaves_no_line_in_the_log() {
        try (LogLines log = new LogLines()) {
            Browser browser = new Browser();
            String back = browser.choose(browser.begin("/auth/login"), "alice");
            new Browser().get(back);
            browser.get(back);
            browser.get(back);
            browser.get(browser.refuse(browser.begin("/auth/login")));
            browser.get("/auth/callback?code=x&state=y");
            browser.get("/auth/login?returnTo=//evil.example");
            browser.post("/auth/refresh", "{}");

            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void a_fault_of_the_provider_is_one_line_that_quotes_nothing() {
        try (LogLines log = new LogLines()) {
            Browser browser = new Browser();
            String back = browser.choose(browser.begin("/auth/login"), "alice");
            provider().faults().token(Fault.ERROR);

            browser.get(back);

            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("A sign-in failed at the provider")
                    .doesNotContain("failing as asked");
        }
    }

    @Test
    void an_answer_that_comes_too_late_disturbs_nothing() {
        try (LogLines log = new LogLines()) {
            Browser browser = new Browser();
            String back = browser.choose(browser.begin("/auth/login"), "alice");
            provider().faults().slowMillis(2_300);
            provider().faults().user(Fault.SLOW);

            assertThat(browser.get(back).statusCode()).isEqualTo(503);

            Awaitility.await()
                    .during(java.time.Duration.ofMillis(800))
                    .untilAsserted(() -> assertThat(log.warnings()).hasSize(1));
        }
    }

    @Test
    void no_secret_is_logged() {
        try (LogLines log = new LogLines()) {
            Browser browser = new Browser();
            String back = browser.choose(browser.begin("/auth/login"), "alice");
            browser.get(back);
            browser.post("/auth/refresh", "{}");
            String code = back.replaceAll(".*code=([^&]*).*", "$1");

            assertThat(log.lines())
                    .noneMatch(line -> line.contains(code)
                            || line.contains("lmr_")
                            || line.contains("eyJ")
                            || line.contains("sha256~")
                            || line.contains(SignInResource.CLIENT_SECRET));
        }
    }
}
