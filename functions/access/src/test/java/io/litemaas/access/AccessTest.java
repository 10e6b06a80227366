package io.litemaas.access;

import static io.restassured.RestAssured.given;

import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.litemaas.emulator.litellm.LiveKey;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of this room say often. */
public abstract class AccessTest {
    protected final Sql sql = TestDatabase.shared().sql();

    protected Person user;
    protected Person admin;

    @BeforeEach
    void begin() {
        emulator().faults().clear();
        sql.run("delete from platform.integration_health");
        sql.run("delete from platform.rate_limit");
        sql.run("update access.job_lease set lease_until = now()");
        user = Person.user("ulla");
        admin = Person.admin("anna");
        if (sql.value("select count(*) from access.model").equals("0")) {
            post(admin, "/models/sync", Map.of()).then().statusCode(200);
        }
    }

    protected static LiteLlmEmulator emulator() {
        return LiteLlmResource.emulator();
    }

    protected static RequestSpecification as(Person person) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(person.token())
                .contentType("application/json");
    }

    protected static Response post(Person person, String path, Object body) {
        return as(person).body(body).post(path);
    }

    protected static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** An active subscription to one model. */
    protected String subscription(Person owner, String... models) {
        return as(owner)
                .header("Idempotency-Key", fresh())
                .body(Map.of("name", "work", "models", models))
                .post("/subscriptions/request")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    protected static Response issue(Person owner, String subscription, String header) {
        return as(owner)
                .header("Idempotency-Key", header)
                .body(Map.of("subscriptionId", subscription, "name", "laptop"))
                .post("/keys/issue");
    }

    protected Response issued(Person owner) {
        Response response = issue(owner, subscription(owner, "gpt-4o-mini"), fresh());
        response.then().statusCode(200);
        return response;
    }

    /** The key as LiteLLM has it. */
    protected static Optional<LiveKey> inLiteLlm(String value) {
        return emulator().keys().stream()
                .filter(key -> key.hash().equals(sha256(value)))
                .findFirst();
    }

    /** What LiteLLM answers to a call with the key. */
    protected static int chat(String value) {
        return given().auth()
                .oauth2(value)
                .contentType("application/json")
                .body("{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                .post(emulator().url() + "/v1/chat/completions")
                .statusCode();
    }

    protected static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a job of the room as operations would have it run. */
    protected void runJob(String job) {
        io.litemaas.testing.Events.runJob("access", job);
    }
}
