package io.litemaas.spend.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.litellm.BreakerChanged;
import io.litemaas.spend.EmulatedLiteLlm;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pull over HTTP, from a LiteLLM that also pushes. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
@QuarkusTestResource(value = EmulatedLiteLlm.class, restrictToAnnotatedClass = true)
class PullLedgerTest {
    private static final String COST = "0.0000135";

    private final Sql sql = TestDatabase.shared().sql();
    private final Person admin = Person.admin("ada");

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Event<BreakerChanged> breaker;

    EmulatedLiteLlm litellm;

    private Spender ulla;

    @BeforeEach
    void a_key_that_litellm_knows() {
        breakers.resetAll();
        sql.run("delete from platform.integration_health");
        ulla = Spender.named("ulla");
        litellm.generate(ulla);
    }

    @AfterEach
    void no_more_faults() {
        litellm.emulator().faults().clear();
        litellm.emulator().faults().release();
    }

    @Test
    void books_a_request_once_that_is_pushed_and_pulled() {
        litellm.chat(ulla, "one");
        litellm.chat(ulla, "two");
        litellm.chat(ulla, "two");
        await().until(() -> rows("pushed").equals("3"));

        await().until(() -> {
            pull("{}").statusCode(200).body("receipt.quarantined", equalTo(0));
            return rows("pushed and pulled").equals("3");
        });

        assertThat(rows("true")).isEqualTo("3");
        assertThat(spent()).isEqualTo("0.000027");
    }

    @Test
    void makes_a_lost_push_good() {
        litellm.emulator().faults().add(Fault.of(FaultKind.DROP_PUSH));
        litellm.chat(ulla, "lost");

        await().until(() -> {
            pull("{}");
            return rows("pulled").equals("1");
        });

        assertThat(rows("pushed")).isEqualTo("0");
        assertThat(spent()).isEqualTo(COST);
    }

    @Test
    void runs_as_a_job_and_says_until_when_the_ledger_is_complete() {
        litellm.chat(ulla, "for the job");
        await().until(() -> rows("pushed").equals("1"));
        Instant before = Instant.now();

        await().until(() -> {
            wake();
            return sql.value("select complete_until from spend.ledger_progress") != null
                    && sql.value(
                                    "select complete_until > ? from spend.ledger_progress",
                                    java.sql.Timestamp.from(before))
                            .equals("t");
        });

        assertThat(rows("pulled")).isEqualTo("1");
        assertThat(sql.value("select drift from spend.day_check order by day desc limit 1"))
                .isEqualTo("0");
    }

    @Test
    void a_request_that_no_window_covered_is_found_when_its_day_is_read_again() {
        litellm.emulator().faults().add(Fault.of(FaultKind.DROP_PUSH));
        litellm.chat(ulla, "running for hours");
        sql.run("update spend.ledger_progress set reached = null, read_again_at = null, complete_until = null");

        // LiteLLM is asked by whole seconds: later, a window that begins now does not cover the request
        await().pollDelay(Duration.ofSeconds(2)).until(() -> {
            sql.run("update spend.ledger_progress set pulled_until = now() + interval '1 day'");
            wake();
            return rows("pulled").equals("1");
        });

        sql.run("update spend.ledger_progress set pulled_until = now()");
        assertThat(sql.value("select read_again_at is not null from spend.ledger_progress"))
                .isEqualTo("t");
        await().until(() -> {
            wake();
            return sql.value("select complete_until from spend.ledger_progress") != null;
        });
    }

    @Test
    void shows_drift_where_the_sums_differ_and_holds_back_what_it_calls_complete() {
        litellm.chat(ulla, "drifting");
        await().until(() -> {
            wake();
            return rows("pulled").equals("1");
        });
        sql.run("update spend.ledger_progress set complete_until = null");
        sql.run(
                "update spend.rollup set cost = cost + 1 where attribution_id in"
                        + " (select id from spend.attribution where owner_id = ?)",
                ulla.person().id());

        wake();

        assertThat(sql.value("select round(drift, 3) from spend.day_check order by day desc limit 1"))
                .isEqualTo("1.000");
        assertThat(sql.value("select complete_until from spend.ledger_progress"))
                .isNull();
        given().filter(new ContractFilter())
                .auth()
                .oauth2(admin.token())
                .get("/usage?all=true&zone=Asia/Kathmandu")
                .then()
                .statusCode(200)
                .body("drift.size()", equalTo(1))
                .body("driftDays.size()", equalTo(1));
        sql.run(
                "update spend.rollup set cost = cost - 1 where attribution_id in"
                        + " (select id from spend.attribution where owner_id = ?)",
                ulla.person().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "GARBAGE", "ERROR500"})
    void answers_503_while_litellm_fails_and_goes_on_when_it_is_back(FaultKind fault) {
        litellm.emulator().faults().add(Fault.of(fault).on("/spend"));

        pull("{}").statusCode(503).body("code", equalTo("litellm.unavailable"));
        wake();

        litellm.emulator().faults().clear();
        breakers.resetAll();
        pull("{}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, 503, litellm.credential_refused, open credential",
        "FORBIDDEN, 503, litellm.credential_refused, open credential",
        "THROTTLED, 503, litellm.throttled, open throttled",
        "REFUSED400, 409, litellm.refused, ''",
        "REFUSED422, 409, litellm.refused, ''"
    })
    void says_in_which_way_litellm_refuses_and_keeps_access_out_of_it(
            FaultKind fault, int status, String code, String row) {
        sql.run("update spend.ledger_progress set pushed_at = null");
        litellm.emulator().faults().add(Fault.of(fault).on("/spend"));

        pull("{}").statusCode(status).body("code", equalTo(code));
        wake();

        assertThat(sql.column("select state || ' ' || coalesce(cause, '') from platform.integration_health"
                        + " where instance = 'spend'"))
                .isEqualTo(row.isEmpty() ? List.of() : List.of(row));
        assertThat(sql.value("select count(*) from platform.integration_health where instance = ''"))
                .isEqualTo("0");
        assertThat(sql.value("select open from spend.published_refusal")).isEqualTo(row.isEmpty() ? "1" : "0");
        assertThat(sql.value("select due from spend.published_due_pull_ledger")).isEqualTo(row.isEmpty() ? "f" : "t");
        sql.run("update spend.ledger_progress set refused_at = null");
    }

    @Test
    void what_was_refused_is_forgotten_when_it_is_taken_again() {
        litellm.emulator()
                .faults()
                .add(Fault.of(FaultKind.REFUSED400).on("/spend").forNext(1));
        pull("{}").statusCode(409);

        pull("{}").statusCode(200);

        assertThat(sql.value("select open from spend.published_refusal")).isEqualTo("0");
    }

    @Test
    void totals_that_want_to_be_asked_later_keep_the_log_from_being_asked_at_once() {
        litellm.emulator()
                .faults()
                .add(Fault.throttled("60").on("/user/daily/activity").forNext(1));
        litellm.emulator().forgetRequests();

        pull("{}").statusCode(503).header("Retry-After", "60").body("code", equalTo("litellm.throttled"));

        assertThat(litellm.emulator().requests()).noneMatch(seen -> seen.path().startsWith("/spend/logs"));
    }

    @Test
    void asks_nothing_before_the_time_that_it_was_told_and_goes_on_then() {
        litellm.emulator().faults().add(Fault.throttled("60").on("/spend").forNext(1));
        pull("{}").statusCode(503).header("Retry-After", "60").body("code", equalTo("litellm.throttled"));
        litellm.emulator().forgetRequests();

        pull("{}").statusCode(503).body("code", equalTo("litellm.throttled"));
        wake();

        assertThat(litellm.emulator().requests()).isEmpty();
        sql.run("update platform.integration_health set open_until = now() where instance = 'spend'");
        pull("{}").statusCode(200);
        assertThat(sql.value("select state from platform.integration_health where instance = 'spend'"))
                .isEqualTo("closed");
    }

    @Test
    void answers_503_in_time_when_litellms_log_hangs_and_books_it_when_it_is_back() {
        litellm.emulator().faults().add(Fault.of(FaultKind.DROP_PUSH));
        litellm.chat(ulla, "while it hangs");
        litellm.emulator().faults().add(Fault.of(FaultKind.HANG).on("/spend"));

        pull("{}").statusCode(503).body("code", equalTo("litellm.unavailable"));
        wake();

        assertThat(rows("true")).isEqualTo("0");
        no_more_faults();
        breakers.resetAll();
        await().until(() -> {
            pull("{}").statusCode(200);
            return rows("pulled").equals("1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "HANG", "GARBAGE", "ERROR500"})
    void books_while_litellms_totals_can_not_be_had_and_calls_nothing_complete(FaultKind fault) {
        litellm.emulator().faults().add(Fault.of(FaultKind.DROP_PUSH));
        litellm.emulator().faults().add(Fault.of(fault).on("/user/daily"));
        litellm.chat(ulla, "not compared");
        sql.run("update spend.ledger_progress set complete_until = null");

        await().until(() -> {
            breakers.resetAll();
            pull("{}").statusCode(200);
            return rows("pulled").equals("1");
        });

        assertThat(sql.value("select complete_until from spend.ledger_progress"))
                .isNull();
    }

    @Test
    void pulls_a_window_again_on_demand() {
        litellm.chat(ulla, "again");
        await().until(() -> rows("pushed").equals("1"));
        String window = "{\"from\":\"" + Instant.now().minusSeconds(60) + "\"}";

        await().until(() -> {
            pull(window).statusCode(200);
            return rows("pulled").equals("1");
        });

        assertThat(rows("true")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"2026-11-24T00:00:00Z\"}",
                "{\"from\":\"2026-11-24T00:00:00Z\",\"to\":\"2026-11-23T00:00:00Z\"}",
                "{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-01-02T00:00:00Z\"}",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-11-01T00:00:00Z\"}"
            })
    void refuses_windows_that_can_not_be_pulled(String window) {
        pull(window).statusCode(422).body("code", equalTo("ledger.window_invalid"));
    }

    @Test
    void writes_down_whether_it_reaches_litellm() {
        String open = "select count(*) from platform.integration_health where instance like '%/spend/%' and state = ?";

        breaker.fireAsync(new BreakerChanged(true));
        await().until(() -> sql.value(open, "open").equals("1"));

        breaker.fireAsync(new BreakerChanged(false));
        await().until(() -> sql.value(open, "closed").equals("1"));
    }

    @Test
    void is_for_admins() {
        given().filter(new ContractFilter())
                .auth()
                .oauth2(ulla.person().token())
                .contentType("application/json")
                .body("{}")
                .post("/ledger/pull")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse pull(String window) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(admin.token())
                .contentType("application/json")
                .body(window)
                .post("/ledger/pull")
                .then();
    }

    private void wake() {
        Events.runJob("spend", "spend.pull-ledger");
    }

    private String rows(String which) {
        return sql.value(
                "select count(*) from spend.fact where " + which
                        + " and attribution_id in (select id from spend.attribution where owner_id = ?)",
                ulla.person().id());
    }

    private String spent() {
        return sql.value(
                "select trim_scale(sum(cost)) from spend.ledger_entry e join spend.attribution a on a.id = e.attribution_id"
                        + " where a.owner_id = ?",
                ulla.person().id());
    }
}
