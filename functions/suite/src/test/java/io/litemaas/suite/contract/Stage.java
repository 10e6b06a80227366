package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.id.Sha256;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the things that operations act upon, each time new ones. */
final class Stage {
    static final String MODEL = "gpt-4o-mini";

    private static final RestAssuredConfig BY_HAND =
            RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private final Sql sql = TestDatabase.shared().sql();
    private String cookies = "";
    private Map<String, String> answer = Map.of();

    /** A key with its value, as its owner saw it once. */
    record Key(String id, String value) {}

    /** Nothing of what tests before have used up counts. */
    void clear() {
        sql.run("delete from platform.rate_limit");
        sql.run("delete from platform.integration_health");
        sql.run("update access.job_lease set lease_until = now()");
        sql.run("update spend.job_lease set lease_until = now()");
        if (sql.value("select count(*) from access.model").equals("0")) {
            done(as(Person.admin("anna")).body("{}").post("/models/sync"));
        }
        sql.run("update access.model set restricted = false");
    }

    /** As when somebody else has changed everything that has a version. */
    void moveVersions() {
        for (String table : List.of("access.model", "access.subscription", "spend.budget", "alerts.webhook")) {
            sql.run("update " + table + " set version = version + 1");
        }
    }

    /** As when this minute's calls are used up, whoever made them. */
    void useUpTheRates() {
        sql.run("update platform.rate_limit set used = 1000000, window_start = date_trunc('minute', now())");
    }

    /** What the provider sends a browser back with. */
    Map<String, String> signInAnswer() {
        Response begun = given().config(BY_HAND).get("/auth/login");
        cookies = cookiesOf(begun);
        URI authorize = URI.create(begun.header("Location"));
        Response chosen = given().config(BY_HAND)
                .urlEncodingEnabled(false)
                .formParam("user", "alice")
                .post(authorize);
        String query = URI.create(chosen.header("Location")).getQuery();
        answer = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        return answer;
    }

    /** What the provider sent the browser back with that signed in last. */
    Map<String, String> lastSignInAnswer() {
        return answer;
    }

    /** The cookies of the sign-in that was begun last. */
    String signInCookies() {
        return cookies;
    }

    /** The cookies of a browser that has just signed in. */
    String sessionCookies() {
        Response back = given().config(BY_HAND)
                .queryParams(signInAnswer())
                .header("Cookie", cookies)
                .get("/auth/callback");
        return cookiesOf(back);
    }

    String pushSecret() {
        return SuiteResource.PUSH_SECRET;
    }

    String tokenOf(Person owner) {
        return create(owner, "/tokens/create", Map.of("name", "ci", "scope", "read"))
                .path("id");
    }

    /** The value of a service token with a scope. */
    String serviceToken(Person owner, String scope) {
        return create(owner, "/tokens/create", Map.of("name", "ci", "scope", scope))
                .path("value");
    }

    int modelVersion() {
        return Integer.parseInt(sql.value("select version from access.model where name = ?", MODEL));
    }

    String subscriptionOf(Person owner) {
        return create(owner, "/subscriptions/request", Map.of("name", "work", "models", List.of(MODEL)))
                .path("id");
    }

    String pendingSubscription() {
        sql.run("update access.model set restricted = true");
        String id = subscriptionOf(Person.user("otto"));
        sql.run("update access.model set restricted = false");
        return id;
    }

    Key keyOf(Person owner) {
        Response issued =
                create(owner, "/keys/issue", Map.of("subscriptionId", subscriptionOf(owner), "name", "laptop"));
        return new Key(issued.path("id"), issued.path("value"));
    }

    String blockedKeyOf(Person owner) {
        String id = keyOf(owner).id();
        done(as(owner).body(Map.of("id", id)).post("/keys/block"));
        return id;
    }

    UUID conflict() {
        UUID id = UUID.randomUUID();
        sql.run(
                "insert into access.conflict (id, kind, object, detail, found_at) values (?, 'unknown_key', ?, '{}', now())",
                id,
                java.util.HexFormat.of().formatHex(Sha256.of(id.toString().getBytes(StandardCharsets.UTF_8))));
        return id;
    }

    Map<String, Object> budgetFor(Person person) {
        return Map.of(
                "scope", "user",
                "scopeId", person.id(),
                "amount", Map.of("amount", "10", "currency", "USD"),
                "period", "month",
                "mode", "observe");
    }

    String budget(Person admin) {
        return create(admin, "/budgets/set", budgetFor(Person.user("otto"))).path("id");
    }

    UUID messageTo(Person person) {
        UUID id = UUID.randomUUID();
        sql.run("""
                insert into alerts.message (id, recipient_id, cause_kind, cause_id, title, text, created_at)
                values (?, ?, 'budget_crossed', ?, 'title', 'text', now())""", id, person.id(), id);
        return id;
    }

    String deadLetter() {
        String type = "io.litemaas.budget.crossed.v1";
        String event = Events.announced("spend", type, UUID.randomUUID().toString());
        Events.event(event, type)
                .header("ce-knativeerrordest", "http://alerts-events/alerts/tell")
                .body("{\"madeBy\": \"test\"}")
                .post("/dead-letters/keep")
                .then()
                .statusCode(204);
        return sql.value("select id from operations.dead_letter where event_id = cast(? as uuid)", event);
    }

    private static Response create(Person person, String path, Map<String, ?> body) {
        return done(as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path));
    }

    private static Response done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 299);
        return response;
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token()).contentType("application/json");
    }

    private static String cookiesOf(Response response) {
        return response.detailedCookies().asList().stream()
                .filter(cookie -> cookie.getMaxAge() != 0)
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
