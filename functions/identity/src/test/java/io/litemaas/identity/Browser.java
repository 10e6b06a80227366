package io.litemaas.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.ContractFilter;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser as far as a sign-in needs one: it keeps cookies by their path, and goes where a test lets it go. */
public final class Browser {
    private static final RestAssuredConfig BY_HAND =
            RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /** Signs somebody in from the first step to the last. */
    public static Browser signedIn(String user, String... groups) {
        Browser browser = new Browser();
        assertThat(browser.signIn(user, groups).statusCode()).isEqualTo(303);
        return browser;
    }

    /** The answer of the last step. */
    public Response signIn(String user, String... groups) {
        return get(choose(begin("/auth/login"), user, groups));
    }

    /** The provider's page to which our sign-in sends. */
    public URI begin(String login) {
        Response sent = get(login);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        return URI.create(sent.header("Location"));
    }

    /** Chooses somebody on the provider's page; returns where the provider sends back. */
    public String choose(URI page, String user, String... groups) {
        return sentBack(page, Map.of("user", user, "groups", String.join(",", groups)));
    }

    /** Says no on the provider's page. */
    public String refuse(URI page) {
        return sentBack(page, Map.of("decision", "refuse"));
    }

    private static String sentBack(URI page, Map<String, String> form) {
        Response sent = given().config(BY_HAND)
                .urlEncodingEnabled(false)
                .formParams(form)
                .post(page);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(302);
        String back = sent.header("Location");
        assertThat(back).startsWith(SignInResource.PUBLIC_URL);
        return back.substring(SignInResource.PUBLIC_URL.length());
    }

    /** Goes to an address of ours. */
    public Response get(String path) {
        return keep(request(path).urlEncodingEnabled(false).get(path));
    }

    /** Changes something of ours, as the portal does. */
    public Response post(String path, String body) {
        return keep(request(path)
                .header("X-LiteMaaS-CSRF", "1")
                .contentType("application/json")
                .body(body)
                .post(path));
    }

    /** A request with what the browser would send along. */
    public RequestSpecification request(String path) {
        Cookie[] sent = cookies.values().stream()
                .filter(cookie -> path.split("\\?", 2)[0].startsWith(cookie.getPath()))
                .toArray(Cookie[]::new);
        return given().config(BY_HAND).filter(new ContractFilter()).cookies(new Cookies(sent));
    }

    public Map<String, Cookie> cookies() {
        return cookies;
    }

    public String cookie(String name) {
        return cookies.get(name).getValue();
    }

    /** A second browser with the same cookies: a second tab, or a thief. */
    public Browser copy() {
        Browser copy = new Browser();
        copy.cookies.putAll(cookies);
        return copy;
    }

    private Response keep(Response response) {
        response.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        return response;
    }
}
