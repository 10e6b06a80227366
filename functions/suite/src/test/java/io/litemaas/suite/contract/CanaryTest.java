package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.SigningKeys;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.litemaas.testing.TraceReceiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Secrets are planted in all that people and machines send, and then looked for in all that is kept or told: logs, every
 * row of every table, pg_dump's text, events, problems, meters, traces. A canary that sings is a leak.
 */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = LogFile.class, restrictToAnnotatedClass = true)
class CanaryTest {
    private static final String PROMPT = "canary-prompt-of-a-person-3f9c2a";
    private static final String HOOK = "canary-hook-7d1c0b";
    private static final String EMAIL = "canary.person.81d@example.org";

    private final Sql sql = TestDatabase.shared().sql();
    private final Stage stage = new Stage();
    private final Map<String, String> planted = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    @Test
    void nothing_secret_is_kept_or_told() throws Exception {
        stage.clear();
        plantWhatIsConfigured();
        Person person = Person.user("canary-owner");
        sql.run("update identity.person set email = ? where id = ?", EMAIL, person.id());
        planted.put("access token", person.token());
        planted.put("e-mail", EMAIL);
        String key = issueAKey(person);
        call(key);
        signInAndOut();
        sendSecretsAstray(person, key);
        tellAWebhook();
        Events.runJob("spend", "spend.pull-ledger");
        Events.runJob("access", "access.reconcile-keys");

        lookIn("the problems", String.join("\n", problems));
        String meters = given().get(management("/q/metrics")).asString();
        lookIn("the tables", rows("identity.person"));
        if (PgDump.named().isPresent()) {
            String dump = PgDump.named().get().of(TestDatabase.shared().url(), "identity.person");
            assertThat(dump).contains("COPY access.key");
            lookIn("the dump", dump);
        }
        lookIn("the meters", meters);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TraceReceiver.received().contains("/keys/issue"));
        lookIn("the traces", TraceReceiver.received());
        String log = Files.readString(LogFile.PATH);
        assertThat(log).contains("keys/issue ok in", "\"traceId\"", "\"requestId\"");
        lookIn("the log", log);
        lookFor("webhook's address", HOOK, "what is told", problems + meters + TraceReceiver.received() + log);
    }

    @Test
    void a_canary_that_sings_is_heard_in_each_of_its_forms() {
        planted.put("secret", "a secret/of ours");

        for (String form : Form.of("a secret/of ours")) {
            assertThatThrownBy(() -> lookIn("a place", "before " + form + " after"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("secret in a place");
        }
        lookIn("a place", "nothing of it");
    }

    private void plantWhatIsConfigured() {
        for (String name : List.of(
                "litemaas.access.pepper.values.p1",
                "litemaas.litellm.key",
                "litemaas.spend.litellm-key",
                "litemaas.ledger.push-secret",
                "litemaas.ledger.alert-token",
                "litemaas.alerts.seal.values.s1",
                "litemaas.identity.provider.client-secret",
                "litemaas.access.database-password",
                "litemaas.relay-secret")) {
            planted.put(name, ConfigProvider.getConfig().getValue(name, String.class));
        }
        planted.put("signing key", SigningKeys.privateKey().replaceFirst(".*\"d\":\"([^\"]+)\".*", "$1"));
    }

    private String issueAKey(Person person) {
        String header = "canary-idempotency-" + UUID.randomUUID();
        planted.put("Idempotency-Key", header);
        Map<String, Object> wish = Map.of("subscriptionId", stage.subscriptionOf(person), "name", "laptop");
        String value = as(person)
                .header("Idempotency-Key", header)
                .body(wish)
                .post("/keys/issue")
                .path("value");
        as(person)
                .header("Idempotency-Key", header)
                .body(wish)
                .post("/keys/issue")
                .then()
                .statusCode(200);
        as(person).body(Map.of("value", value)).post("/keys/verify").then().statusCode(200);
        planted.put("virtual key", value);
        planted.put("service token", stage.serviceToken(person, "keys"));
        return value;
    }

    /** The prompt and the answer go to LiteLLM, and come back in its logs, pushed and pulled. */
    private void call(String key) {
        String before = booked();
        given().auth()
                .oauth2(key)
                .contentType("application/json")
                .body(Map.of(
                        "model",
                        Stage.MODEL,
                        "messages",
                        List.of(Map.of("role", "user", "content", PROMPT)),
                        "user",
                        EMAIL))
                .post(SuiteResource.emulator().url() + "/v1/chat/completions")
                .then()
                .statusCode(200);
        planted.put("prompt", PROMPT);
        await().atMost(Duration.ofSeconds(20)).until(() -> !booked().equals(before));
    }

    private String booked() {
        return sql.value("select count(*) from spend.fact");
    }

    private void signInAndOut() {
        String cookies = stage.sessionCookies();
        planted.put("sign-in's code", stage.lastSignInAnswer().get("code"));
        planted.put("sign-in's state", stage.lastSignInAnswer().get("state"));
        for (String cookie : cookies.split("; ", -1)) {
            planted.put("cookie " + cookie.split("=", 2)[0], cookie.split("=", 2)[1]);
        }
        given().header("Cookie", cookies)
                .header("X-LiteMaaS-CSRF", "1")
                .contentType("application/json")
                .body("{}")
                .post("/auth/refresh");
        refused(given().header("Cookie", cookies)
                .contentType("application/json")
                .body("{}")
                .post("/auth/logout"));
    }

    /** Each where it does not belong, and with a LiteLLM that talks back what it was sent. */
    private void sendSecretsAstray(Person person, String key) {
        refused(as(person).body(Map.of("value", key, key, key)).post("/keys/verify"));
        refused(as(person).queryParam("cursor", key).get("/keys/list"));
        refused(as(person).queryParam(key, "1").get("/keys/list"));
        refused(as(person).get("/keys/" + key));
        refused(given().auth().oauth2(key).get("/keys/list"));
        refused(given().header("Authorization", "Basic " + key).get("/keys/list"));
        refused(as(person).body("{\"value\": " + key).post("/keys/verify"));
        for (FaultKind kind : List.of(FaultKind.GARBAGE, FaultKind.ERROR500, FaultKind.ECHO)) {
            SuiteResource.emulator().faults().add(Fault.of(kind));
            refused(as(person)
                    .header("Idempotency-Key", planted.get("Idempotency-Key") + kind)
                    .body(Map.of("subscriptionId", stage.subscriptionOf(person), "name", "another"))
                    .post("/keys/issue"));
            SuiteResource.emulator().faults().clear();
            sql.run("delete from platform.integration_health");
        }
    }

    /** An address may be as good as a secret: it is kept where an admin sees it, and told to nobody else. */
    private void tellAWebhook() {
        Person admin = Person.admin("canary-admin");
        String secret = "whsec_" + "Q2FuYXJ5".repeat(5);
        planted.put("webhook's secret", secret);
        String id = as(admin)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("name", "canary", "url", "https://127.0.0.1:9/" + HOOK, "secret", secret))
                .post("/alerts/webhooks/create")
                .path("id");
        as(admin)
                .body(Map.of("id", id))
                .post("/alerts/webhooks/test")
                .then()
                .statusCode(200)
                .body("taken", equalTo(false));
    }

    private void refused(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isGreaterThanOrEqualTo(400);
        problems.add(response.asString() + response.headers());
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token()).contentType("application/json");
    }

    private static String management(String path) {
        return "http://127.0.0.1:" + ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class)
                + path;
    }

    /** Every row of every table, but for the one place where a person's address is kept. */
    private String rows(String keepsAddresses) {
        StringBuilder rows = new StringBuilder();
        sql.column("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')""")
                .forEach(table -> sql.column("select t::text from " + table + " t").stream()
                        .map(row -> table.equals(keepsAddresses) ? row.replace(EMAIL, "") : row)
                        .forEach(row ->
                                rows.append(table).append(' ').append(row).append('\n')));
        return rows.toString();
    }

    private void lookIn(String place, String text) {
        assertThat(text).as(place + " are not empty").isNotBlank();
        planted.forEach((name, secret) -> lookFor(name, secret, place, text));
    }

    private static void lookFor(String name, String secret, String place, String text) {
        Form.of(secret)
                .forEach(form -> assertThat(text).as("%s in %s", name, place).doesNotContain(form));
    }
}
