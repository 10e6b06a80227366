package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/observability.md says can be watched, can be. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class MetersTest {
    private static final Pattern NAMED = Pattern.compile("`((?:litemaas|ft)_[a-z_]+)");

    private static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";

    private final Stage stage = new Stage();

    @BeforeEach
    void somethingHappens() {
        stage.clear();
        Person person = Person.user("ulla");
        Stage.Key key = stage.keyOf(person);
        verify(person, key.value());
        verify(person, "sk-lm-" + "0".repeat(49));
        stage.sessionCookies();
        issueFromNothing(person);
        failToMakeAUser();
        Events.runJob("access", "access.reconcile-keys");
        SuiteResource.emulator().faults().add(Fault.of(FaultKind.GARBAGE));
        Events.runJob("access", "access.sync-models");
        SuiteResource.emulator().faults().clear();
    }

    @Test
    void each_meter_that_the_documents_name_is_there() throws IOException {
        List<String> named = Files.readAllLines(Path.of("../../docs/observability.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAMED.matcher(line.split("\\|", 3)[1]).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(6);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(meters()).contains(named));
    }

    @Test
    void meters_tell_what_came_of_what() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(meters())
                        .contains(
                                "litemaas_function_seconds_count{code=\"ok\",function=\"keys/issue\"}",
                                "litemaas_function_seconds_count{code=\"subscriptions.not_found\",function=\"keys/issue\"}",
                                "litemaas_function_seconds_count{code=\"ok\",function=\"auth/login\"}",
                                "litemaas_function_seconds_count{code=\"ok\",function=\"auth/callback\"}",
                                "litemaas_litellm_call_seconds_count{call=\"POST /user/update\",outcome=\"500\"}",
                                "litemaas_litellm_call_seconds_count{call=\"POST /key/generate\",outcome=\"200\"}",
                                "litemaas_job_seconds_count{job=\"access.reconcile-keys\",outcome=\"done\"}",
                                "litemaas_job_seconds_count{job=\"access.sync-models\",outcome=\"failed\"}",
                                "litemaas_outbox_lag_seconds_count{room=\"access\"}",
                                "litemaas_key_verdict_total{verdict=\"valid\"}",
                                "litemaas_key_verdict_total{verdict=\"unknown\"}"));
    }

    private static void issueFromNothing(Person person) {
        given().auth()
                .oauth2(person.token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("subscriptionId", UUID.randomUUID(), "name", "laptop"))
                .post("/keys/issue")
                .then()
                .statusCode(404);
    }

    private static void failToMakeAUser() {
        String newcomer = Person.user("newcomer").id().toString();
        SuiteResource.emulator().faults().add(Fault.of(FaultKind.ERROR500).on("/user/update"));
        Events.event(Events.announced("identity", SIGNED_IN, newcomer), SIGNED_IN)
                .header("ce-subject", newcomer)
                .post("/access/converge-user");
        SuiteResource.emulator().faults().clear();
    }

    private static void verify(Person person, String value) {
        given().auth()
                .oauth2(person.token())
                .contentType("application/json")
                .body(Map.of("value", value))
                .post("/keys/verify")
                .then()
                .statusCode(200);
    }

    private static String meters() {
        return given().get("http://127.0.0.1:"
                        + ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class)
                        + "/q/metrics")
                .asString();
    }
}
