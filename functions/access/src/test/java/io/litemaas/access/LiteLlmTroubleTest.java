package io.litemaas.access;

import static io.litemaas.emulator.litellm.FaultKind.DATABASE_DOWN;
import static io.litemaas.emulator.litellm.FaultKind.DOWN;
import static io.litemaas.emulator.litellm.FaultKind.ERROR500;
import static io.litemaas.emulator.litellm.FaultKind.FORBIDDEN;
import static io.litemaas.emulator.litellm.FaultKind.GARBAGE;
import static io.litemaas.emulator.litellm.FaultKind.HANG;
import static io.litemaas.emulator.litellm.FaultKind.LOSE_ANSWER;
import static io.litemaas.emulator.litellm.FaultKind.REFUSED400;
import static io.litemaas.emulator.litellm.FaultKind.REFUSED422;
import static io.litemaas.emulator.litellm.FaultKind.THROTTLED;
import static io.litemaas.emulator.litellm.FaultKind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LiteLLM down, hanging, failing, talking nonsense, losing its answer, or saying no in each of its ways, at each call of each
 * of our works: nothing is lost, nobody gets a 500, each hears a code of its kind, and all of it is as it should be once
 * LiteLLM is well.
 */
@QuarkusTest
@AccessQuarkusTest
class LiteLlmTroubleTest extends AccessTest {
    private static final List<Trouble> AWAY = Stream.of(DOWN, HANG, ERROR500, GARBAGE, LOSE_ANSWER, DATABASE_DOWN)
            .map(kind -> new Trouble(Fault.of(kind), "litellm.unavailable"))
            .toList();
    private static final List<Trouble> SAYING_NO = List.of(
            // where LiteLLM takes the credential for everything else, a 401 or 403 is a no to that call alone
            new Trouble(Fault.of(UNAUTHORIZED), "litellm.refused"),
            new Trouble(Fault.of(FORBIDDEN), "litellm.refused"),
            new Trouble(Fault.of(THROTTLED), "litellm.throttled"),
            new Trouble(Fault.throttled("7"), "litellm.throttled"),
            new Trouble(Fault.of(REFUSED400), "litellm.refused"),
            new Trouble(Fault.of(REFUSED422), "litellm.refused"));

    /** A fault, and what people hear of it. */
    private record Trouble(Fault fault, String code) {
        boolean isForGood() {
            return code.equals("litellm.refused");
        }

        Fault at(String path) {
            return fault.on(path);
        }

        @Override
        public String toString() {
            return fault.kind() + (fault.retryAfter().isEmpty() ? "" : " for " + fault.retryAfter() + " s");
        }
    }

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void litellm_is_well() {
        emulator().faults().clear();
        emulator().faults().release();
        breakers.resetAll();
        sql.run("delete from platform.integration_health");
        sql.run("delete from access.conflict where kind = 'refused'");
    }

    /** All but a generate that is refused for good: that one is not finished. */
    static Stream<Arguments> issuing() {
        return eachTroubleAt("/user/info", "/user/update", "/key/generate", "/key/info")
                .filter(each -> !each.get()[1].equals("/key/generate") || !((Trouble) each.get()[0]).isForGood());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"REFUSED400", "REFUSED422", "UNAUTHORIZED", "FORBIDDEN"})
    void an_issue_that_litellm_refuses_for_good_ends_there_and_the_same_request_hears_so_again(FaultKind fault) {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(Fault.of(fault).on("/key/generate"));

        Response refused = issue(user, subscription, header);

        refused.then().statusCode(409).body("code", equalTo("litellm.refused"));
        as(admin).get("/keys/conflicts").then().body("items.kind", contains("refused"));
        litellm_is_well();
        Response again = issue(user, subscription, header);
        again.then().statusCode(409).body("code", equalTo("litellm.refused"));
        assertThat(again.<String>path("detail")).isEqualTo(refused.path("detail"));
        assertThat(sql.value("select used from access.key_quota where user_id = ?", user.id()))
                .isEqualTo("0");
        assertThat(sql.value(
                        "select state from access.credential c join access.key k on k.id = c.key_id where k.owner_id = ?",
                        user.id()))
                .isEqualTo("failed");
        issue(user, subscription, fresh()).then().statusCode(200);
    }

    @Test
    void an_issue_whose_refused_generate_had_been_done_before_goes_on() {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(Fault.of(LOSE_ANSWER).on("/key/generate").forNext(1));
        issue(user, subscription, header).then().statusCode(503);
        emulator().faults().add(Fault.of(REFUSED400).on("/key/generate"));

        issue(user, subscription, header).then().statusCode(200);
    }

    @Test
    void a_credential_that_litellm_refuses_for_everything_shows_as_such_and_nothing_is_asked_meanwhile() {
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(UNAUTHORIZED));

        Response first = issue(user, subscription, fresh());
        emulator().forgetRequests();
        Response second = issue(user, subscription, fresh());

        Trouble refusedForAll = new Trouble(Fault.of(UNAUTHORIZED), "litellm.credential_refused");
        hears(first, refusedForAll);
        hears(second, refusedForAll);
        hears(post(admin, "/keys/reconcile", Map.of()), refusedForAll);
        hears(post(admin, "/models/sync", Map.of()), refusedForAll);
        assertThat(emulator().requests()).isEmpty();
        assertThat(sql.value("select state || ' ' || cause from platform.integration_health where instance = ''"))
                .isEqualTo("open credential");
        assertThat(sql.value(
                        "select data ->> 'cause' from access.outbox where type = 'io.litemaas.integration.opened.v1'"
                                + " order by id desc limit 1"))
                .isEqualTo("credential");
    }

    @Test
    void an_outage_is_noticed_after_two_calls() {
        emulator().faults().add(Fault.of(DOWN));

        issue(user, subscription(user, "gpt-4o-mini"), fresh()).then().statusCode(503);
        issue(user, subscription(user, "gpt-4o-mini"), fresh()).then().statusCode(503);

        assertThat(sql.value("select state || ' ' || cause from platform.integration_health where instance = ''"))
                .isEqualTo("open unavailable");
    }

    @Test
    void a_throttled_issue_says_when_to_come_again_and_nothing_is_asked_until_then() {
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.throttled("7").forNext(1));

        Response first = issue(user, subscription, fresh());
        emulator().forgetRequests();
        Response second = issue(user, subscription, fresh());

        first.then().statusCode(503).header("Retry-After", equalTo("7")).body("code", equalTo("litellm.throttled"));
        second.then().statusCode(503).body("code", equalTo("litellm.throttled"));
        assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 7);
        assertThat(emulator().requests()).isEmpty();
        assertThat(sql.value("select cause from platform.integration_health where instance = ''"))
                .isEqualTo("throttled");
    }

    @Test
    void a_key_that_litellm_refuses_to_change_keeps_no_other_from_its_turn_and_is_asked_for_seldom() {
        Response refused = issued(user);
        Response other = issued(user);
        emulator().faults().add(Fault.of(REFUSED400).on("/key/block").forNext(1));

        post(user, "/keys/block", Map.of("id", refused.path("id"))).then().statusCode(200);
        post(user, "/keys/block", Map.of("id", other.path("id"))).then().statusCode(200);

        await().untilAsserted(() -> assertThat(chat(other.path("value"))).isEqualTo(401));
        as(admin)
                .get("/keys/conflicts")
                .then()
                .body("items.kind", contains("refused"))
                .body("items.object", contains(sha256(refused.path("value"))));
        runJob("access.converge-keys");
        assertThat(chat(refused.path("value"))).isEqualTo(200);
        assertThat(sql.value(
                        "select due_at > now() + interval '10 minutes' from access.convergence where hash = decode(?, 'hex')",
                        sha256(refused.path("value"))))
                .isEqualTo("t");
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
        assertThat(chat(refused.path("value"))).isEqualTo(401);
        as(admin).get("/keys/conflicts").then().body("items", empty());
    }

    private static void hears(Response troubled, Trouble trouble) {
        troubled.then().body("code", equalTo(trouble.code()));
        if (trouble.isForGood()) {
            troubled.then().statusCode(409);
        } else {
            troubled.then().statusCode(503).header("Retry-After", notNullValue());
        }
        if (!trouble.fault().retryAfter().isEmpty()) {
            troubled.then().header("Retry-After", equalTo(trouble.fault().retryAfter()));
        }
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("issuing")
    void an_issue_that_failed_is_finished_by_the_same_request(Trouble trouble, String path) {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(trouble.at(path));

        Response troubled = issue(user, subscription, header);

        hears(troubled, trouble);
        if (trouble.isForGood()) {
            shows(trouble, path.startsWith("/user") ? user.id().toString() : "generate");
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
        return eachTroubleAt("/key/info", "/key/block");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("blocking")
    void a_block_is_accepted_and_finishes_by_itself(Trouble trouble, String path) {
        Response key = issued(user);
        emulator().faults().add(trouble.at(path));

        post(user, "/keys/block", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(chat(key.path("value"))).isEqualTo(401));
    }

    static Stream<Arguments> unblocking() {
        return eachTroubleAt("/key/info", "/key/unblock");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("unblocking")
    void an_unblock_is_accepted_and_finishes_by_itself(Trouble trouble, String path) {
        Response key = issued(user);
        post(user, "/keys/block", Map.of("id", key.path("id"))).then().statusCode(200);
        converged();
        emulator().faults().add(trouble.at(path));

        post(user, "/keys/unblock", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(chat(key.path("value"))).isEqualTo(200));
    }

    static Stream<Arguments> revoking() {
        return eachTroubleAt("/key/delete");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("revoking")
    void a_revocation_is_accepted_and_finishes_by_itself(Trouble trouble, String path) {
        Response key = issued(user);
        emulator().faults().add(trouble.at(path));

        post(user, "/keys/revoke", Map.of("id", key.path("id"))).then().statusCode(200);

        converged();
        await().untilAsserted(() -> assertThat(inLiteLlm(key.path("value"))).isEmpty());
    }

    static Stream<Arguments> reconciling() {
        return eachTroubleAt("/key/list");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("reconciling")
    void a_reconcile_concludes_nothing_from_trouble(Trouble trouble, String path) {
        Response key = issued(user);
        emulator().faults().add(trouble.at(path));

        hears(post(admin, "/keys/reconcile", Map.of()), trouble);

        shows(trouble, "keys");
        litellm_is_well();
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(200);
        as(user).get("/keys/list").then().body("items.state", contains("valid"));
        assertThat(chat(key.path("value"))).isEqualTo(200);
    }

    static Stream<Arguments> readingModels() {
        return eachTroubleAt("/model/info");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("readingModels")
    void the_catalogue_stays_as_it_was(Trouble trouble, String path) {
        List<String> before = as(user).get("/models/list").then().extract().path("items.name");
        emulator().faults().add(trouble.at(path));

        hears(post(admin, "/models/sync", Map.of()), trouble);

        shows(trouble, "models");
        assertThat(as(user).get("/models/list").then().extract().<List<String>>path("items.name"))
                .isEqualTo(before);
    }

    /** What an admin sees of it. */
    private void shows(Trouble trouble, String object) {
        String refused =
                "select count(*) from access.conflict where kind = 'refused' and resolved_at is null and object = ?";
        assertThat(sql.value(refused, object)).isEqualTo(trouble.isForGood() ? "1" : "0");
        if (trouble.code().equals("litellm.throttled")) {
            assertThat(sql.value("select cause from platform.integration_health where instance = ''"))
                    .isEqualTo("throttled");
        }
    }

    /** All troubles at all calls; a database that is down is down for all of them. */
    private static Stream<Arguments> eachTroubleAt(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Stream.concat(AWAY.stream(), SAYING_NO.stream())
                        .filter(trouble -> trouble.fault().kind() != DATABASE_DOWN || path.equals(paths[0]))
                        .map(trouble -> Arguments.of(trouble, path)));
    }

    /** What met the trouble ends first: else what it learnt of LiteLLM could be written down after LiteLLM is well. */
    private void converged() {
        litellm_is_well();
        await().until(() -> sql.value("select count(*) from access.outbox where posted_at is null")
                .equals("0"));
        litellm_is_well();
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
    }
}
