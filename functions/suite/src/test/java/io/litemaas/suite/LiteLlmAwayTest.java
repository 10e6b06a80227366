package io.litemaas.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** LiteLLM's faults are contained: whoever needs it is told when to come again, everybody else goes on. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class LiteLlmAwayTest {
    /** Far less than one call of LiteLLM is waited for: a sign-in does not wait for any. */
    private static final Duration SIGN_IN_AT_MOST = Duration.ofSeconds(2);

    @AfterEach
    void comesBack() {
        SuiteResource.emulator().faults().clear();
    }

    @Test
    void people_sign_in_look_around_and_subscribe_while_it_hangs_and_their_key_is_finished_later() throws Exception {
        visit("carol", "/models/sync", Map.of()).then().statusCode(200);
        SuiteResource.emulator().faults().add(Fault.of(FaultKind.HANG));

        Instant begun = Instant.now();
        String eve = tokenOf("eve");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(SIGN_IN_AT_MOST);

        as(eve).get("/auth/me").then().statusCode(200).body("litellm.state", equalTo("pending"));
        as(eve).get("/models/list").then().statusCode(200);
        as(eve).get("/usage").then().statusCode(200);
        String subscription = create(
                        eve, "/subscriptions/request", Map.of("name", "w", "models", List.of("gpt-4o-mini")), fresh())
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String header = fresh();
        Map<String, Object> wish = Map.of("subscriptionId", subscription, "name", "laptop");
        create(eve, "/keys/issue", wish, header)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("litellm.unavailable"));

        SuiteResource.emulator().faults().clear();
        TestDatabase.shared().sql().run("delete from platform.integration_health");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                create(eve, "/keys/issue", wish, header).statusCode())
                        .isEqualTo(200));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as(eve).get("/auth/me").then().body("litellm.state", equalTo("synced")));
    }

    private static Response visit(String name, String path, Map<String, Object> body) throws Exception {
        return as(tokenOf(name)).body(body).post(path);
    }

    private static String tokenOf(String name) throws Exception {
        Map<String, String> environment = SuiteResource.environment();
        return SampleVisitor.signIn(
                        URI.create(environment.get("LITEMAAS_URL")),
                        URI.create(environment.get("LITEMAAS_PROVIDER_URL")),
                        name)
                .token();
    }

    private static RequestSpecification as(String token) {
        return given().filter(new ContractFilter()).auth().oauth2(token).contentType("application/json");
    }

    private static Response create(String who, String path, Map<String, Object> body, String header) {
        return as(who).header("Idempotency-Key", header).body(body).post(path);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
