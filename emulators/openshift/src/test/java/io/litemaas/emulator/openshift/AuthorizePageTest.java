package io.litemaas.emulator.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizePageTest extends EmulatorTest {
    @Override
    EmulatorOptions options() {
        return EmulatorOptions.defaults()
                .withPeople(List.of(new Person("eve", "Eve <b>\"Bold\"</b>", List.of("<script>"))));
    }

    @Test
    void offers_the_people_and_says_what_it_is() {
        HttpResponse<String> page = browser.get("/oauth/authorize", Browser.request());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("stand-in for OpenShift's sign-in, for local use only")
                .contains("name=\"user\" value=\"eve\"")
                .contains("name=\"decision\" value=\"refuse\"")
                .contains("name=\"state\" value=\"s t&amp;1\"");
    }

    @Test
    void escapes_what_people_and_requests_are_called() {
        Map<String, String> request = Browser.with(Browser.request(), "state", "\"><script>alert(1)</script>");

        HttpResponse<String> page = browser.get("/oauth/authorize", request);

        assertThat(page.body()).doesNotContain("<script>").doesNotContain("<b>").contains("&lt;script&gt;");
    }

    @Test
    void allows_the_form_to_end_at_the_client_and_nothing_else() {
        HttpResponse<String> page = browser.get("/oauth/authorize", Browser.request());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("form-action 'self' http://localhost:8080;")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({"http://[::1]:8080/cb,http:;", "app:signed-in,app:;", "https://app.example/cb,https://app.example;"})
    void names_in_its_policy_what_a_policy_can_name(String redirectUri, String allowed) {
        EmulatorOptions registered = options().withOnlyRedirects(Set.of(redirectUri));
        try (OpenShiftEmulator other = OpenShiftEmulator.start(registered)) {
            HttpResponse<String> page = new Browser(other)
                    .get("/oauth/authorize", Browser.with(Browser.request(), "redirect_uri", redirectUri));

            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("form-action 'self' " + allowed);
        }
    }

    @Test
    void sends_the_browser_back_with_code_and_state() {
        HttpResponse<String> answer = browser.post("/oauth/authorize", Browser.with(Browser.request(), "user", "eve"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(Browser.REDIRECT + "?");
        assertThat(Browser.parameters(answer)).containsEntry("state", "s t&1").containsKey("code");
    }

    @Test
    void sends_a_refusal_back_without_a_code() {
        HttpResponse<String> answer =
                browser.post("/oauth/authorize", Browser.with(Browser.request(), "decision", "refuse"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.parameters(answer)).isEqualTo(Map.of("error", "access_denied", "state", "s t&1"));
    }

    @Test
    void never_redirects_for_an_unknown_client() {
        HttpResponse<String> answer =
                browser.get("/oauth/authorize", Browser.with(Browser.request(), "client_id", "stranger"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/cb",
                "http://localhost.evil.example/cb",
                "http://localhost@evil.example/cb",
                "http://me@localhost/cb",
                "javascript:alert(1)",
                "http://localhost/cb#part",
                "//localhost/cb",
                "no uri at all",
                ""
            })
    void never_redirects_to_an_address_that_is_not_registered(String redirectUri) {
        Map<String, String> request = Browser.with(Browser.request(), "redirect_uri", redirectUri);

        HttpResponse<String> shown = browser.get("/oauth/authorize", request);
        HttpResponse<String> chosen = browser.post("/oauth/authorize", Browser.with(request, "user", "eve"));

        assertThat(List.of(shown.statusCode(), chosen.statusCode())).containsOnly(400);
        assertThat(chosen.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void takes_loopback_redirects_only_where_none_is_registered() {
        EmulatorOptions strict = options().withOnlyRedirects(Set.of("https://app.example/cb"));
        try (OpenShiftEmulator other = OpenShiftEmulator.start(strict)) {
            Browser there = new Browser(other);

            HttpResponse<String> loopback = there.get("/oauth/authorize", Browser.request());
            HttpResponse<String> registered = there.get(
                    "/oauth/authorize", Browser.with(Browser.request(), "redirect_uri", "https://app.example/cb"));

            assertThat(loopback.statusCode()).isEqualTo(400);
            assertThat(registered.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tells_the_client_about_another_response_type() {
        HttpResponse<String> answer =
                browser.get("/oauth/authorize", Browser.with(Browser.request(), "response_type", "token"));

        assertThat(Browser.parameters(answer)).containsEntry("error", "unsupported_response_type");
    }

    @Test
    void refuses_a_name_that_is_none() {
        HttpResponse<String> answer = browser.post("/oauth/authorize", Browser.with(Browser.request(), "user", "<b>"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<b>");
    }
}
