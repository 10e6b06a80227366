package io.litemaas.access;

import static io.litemaas.emulator.litellm.FaultKind.DATABASE_DOWN;
import static io.litemaas.emulator.litellm.FaultKind.DOWN;
import static io.litemaas.emulator.litellm.FaultKind.ERROR500;
import static io.litemaas.emulator.litellm.FaultKind.GARBAGE;
import static io.litemaas.emulator.litellm.FaultKind.HANG;
import static io.litemaas.emulator.litellm.FaultKind.LOSE_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LiteLLM down, hanging, failing, talking nonsense, or losing its answer, at each call of each of our works: nothing is
 * lost, nobody gets a 500, and all of it is as it should be once LiteLLM is well.
 */
@QuarkusTest
@AccessQuarkusTest
class LiteLlmTroubleTest extends AccessTest {
    private static final List<FaultKind> FAULTS = List.of(DOWN, HANG, ERROR500, GARBAGE, LOSE_ANSWER, DATABASE_DOWN);

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void litellm_is_well() {
        emulator().faults().clear();
        emulator().faults().release();
        breakers.resetAll();
        sql.run("delete from platform.integration_health");
    }

    static Stream<Arguments> issuing() {
        return eachFaultAt("/user/info", "/user/update", "/key/generate", "/key/info");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("issuing")
    void an_issue_that_failed_is_finished_by_the_same_request(FaultKind fault, String path) {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(Fault.of(fault).on(path));

        Response troubled = issue(user, subscription, header);

        assertThat(troubled.statusCode()).isIn(200, 503);
        if (troubled.statusCode() == 503) {
            troubled.then().header("Retry-After", notNullValue()).body("code", equalTo("litellm.unavailable"));
        }
        litellm_is_well();
        sql.run("update access.credential set lease_until = now() where state = 'pending'");
        Response issued = issue(user, subscription, header);
        issued.then().statusCode(200);
        assertThat(chat(issued.path("value"))).isEqualTo(200);
        assertThat(emulator().keys())
                .filteredOn(key -> key.alias()
                        .equals(inLiteLlm(issued.path("value")).orElseThrow().alias()))
                .hasSize(1);
    }

    static Stream<Arguments> blocking() {
        return eachFaultAt("/key/info", "/key/block");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("blocking")
    void a_block_is_accepted_and_finishes_by_itself(FaultKind fault, String path) {
        Response key = issued(user);
        emulator().faults().add(Fault.of(fault).on(path));

        post(user, "/keys/block", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(chat(key.path("value"))).isEqualTo(401));
    }

    static Stream<Arguments> unblocking() {
        return eachFaultAt("/key/info", "/key/unblock");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("unblocking")
    void an_unblock_is_accepted_and_finishes_by_itself(FaultKind fault, String path) {
        Response key = issued(user);
        post(user, "/keys/block", Map.of("id", key.path("id"))).then().statusCode(200);
        converged();
        emulator().faults().add(Fault.of(fault).on(path));

        post(user, "/keys/unblock", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(chat(key.path("value"))).isEqualTo(200));
    }

    static Stream<Arguments> revoking() {
        return eachFaultAt("/key/delete");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("revoking")
    void a_revocation_is_accepted_and_finishes_by_itself(FaultKind fault, String path) {
        Response key = issued(user);
        emulator().faults().add(Fault.of(fault).on(path));

        post(user, "/keys/revoke", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(inLiteLlm(key.path("value"))).isEmpty());
    }

    static Stream<Arguments> reconciling() {
        return eachFaultAt("/key/list");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("reconciling")
    void a_reconcile_concludes_nothing_from_trouble(FaultKind fault, String path) {
        Response key = issued(user);
        emulator().faults().add(Fault.of(fault).on(path));

        post(admin, "/keys/reconcile", Map.of()).then().statusCode(503).body("code", equalTo("litellm.unavailable"));

        litellm_is_well();
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(200);
        as(user).get("/keys/list").then().body("items.state", contains("valid"));
        assertThat(chat(key.path("value"))).isEqualTo(200);
    }

    static Stream<Arguments> readingModels() {
        return eachFaultAt("/model/info");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("readingModels")
    void the_catalogue_stays_as_it_was(FaultKind fault, String path) {
        List<String> before = as(user).get("/models/list").then().extract().path("items.name");
        emulator().faults().add(Fault.of(fault).on(path));

        int status = post(admin, "/models/sync", Map.of()).statusCode();

        assertThat(status).isEqualTo(503);
        assertThat(as(user).get("/models/list").then().extract().<List<String>>path("items.name"))
                .isEqualTo(before);
    }

    /** All faults at all calls; a database that is down is down for all of them. */
    private static Stream<Arguments> eachFaultAt(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> FAULTS.stream()
                        .filter(fault -> fault != DATABASE_DOWN || path.equals(paths[0]))
                        .map(fault -> Arguments.of(fault, path)));
    }

    private void converged() {
        litellm_is_well();
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
    }
}
