package io.litemaas.spend.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin sees of the ledger's completeness, and of what it put aside. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class LedgerOversightTest {
    private static final String PAST = "2026-03-05";

    private final Sql sql = TestDatabase.shared().sql();
    private final Bookings bookings = new Bookings();
    private final Spender ulla = Spender.named("ulla");
    private final Person auditor = Person.with("aud", "admin-readonly");

    @BeforeEach
    void a_clean_past() {
        sql.run("delete from spend.discrepancy");
        sql.run("delete from spend.quarantine");
        sql.run("delete from spend.fact where day = '2026-03-05'");
        sql.run("delete from spend.day_check where day = '2026-03-05'");
        sql.run("delete from spend.rejected_call where day = '2026-03-05'");
    }

    @Test
    void shows_how_each_day_was_seen() {
        PushedLog pushed = callOn(PAST);
        PushedLog pulled = callOn(PAST);
        PushedLog both = callOn(PAST);
        bookings.push(List.of(pushed, both));
        bookings.pull(List.of(pulled, both.costing("0.3")));
        sql.run("insert into spend.rejected_call (day, source, calls) values ('2026-03-05', 'push', 2)");
        sql.run("""
                insert into spend.day_check (day, ours, theirs_before, theirs_after, tolerance, drift, checked_at)
                values ('2026-03-05', 0.40, 0.3, 0.3, 0.001, 0.10, '2026-03-06T00:00:00Z')""");

        JsonPath days = get("/ledger/days?from=2026-03-04&to=" + PAST).extract().jsonPath();

        assertThat(days.getList("items.day")).containsExactly(PAST, "2026-03-04");
        Map<String, Object> day = days.getMap("items[0]");
        assertThat(day)
                .containsEntry("pushedOnly", 1)
                .containsEntry("pulledOnly", 1)
                .containsEntry("both", 1)
                .containsEntry("discrepancies", 1)
                .containsEntry("rejectedCalls", 2)
                .containsEntry("quarantined", 0);
        assertThat(days.getString("items[0].check.drift.amount")).isEqualTo("0.10");
        assertThat(days.getString("items[0].check.ours.amount")).isEqualTo("0.40");
        assertThat(days.getString("items[0].check.theirs.amount")).isEqualTo("0.3");
        assertThat(days.getMap("items[1]")).doesNotContainKey("check").containsEntry("both", 0);
    }

    @Test
    void shows_the_last_week_until_asked_otherwise() {
        sql.run("update spend.ledger_progress set pulled_until = '2026-03-06T00:00:00Z', complete_until = null");

        get("/ledger/days")
                .body("items.size()", equalTo(7))
                .body("pulledUntil", equalTo("2026-03-06T00:00:00Z"))
                .body("completeUntil", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-02-30",
                "to=tomorrow",
                "from=2026-01-01&to=2026-03-01",
                "from=2026-03-02&to=2026-03-01"
            })
    void refuses_days_that_are_none_or_too_many(String window) {
        asked(auditor, "/ledger/days?" + window).statusCode(422).body("code", equalTo("http.invalid_request"));
    }

    @Test
    void lists_discrepancies_by_pages_the_newest_first() {
        PushedLog call = callOn(PAST);
        bookings.push(List.of(call));
        bookings.pull(List.of(call.costing("0.2")));
        bookings.pull(List.of(call.costing("0.3")));
        bookings.push(List.of(call.costing("0.4")));

        List<String> costs = paged("/ledger/discrepancies", "items.cost.amount");

        assertThat(costs).containsExactly("0.4", "0.3", "0.2");
        get("/ledger/discrepancies?limit=1")
                .body("items[0].source", equalTo("push"))
                .body("items[0].day", equalTo(PAST))
                .body("items[0].bookedCost.amount", equalTo("0.3"));
    }

    @Test
    void lists_the_quarantine_by_pages_the_newest_first() {
        for (String call : List.of("one", "two", "three")) {
            sql.run("""
                    insert into spend.quarantine (digest, source, reason, call_id, request_id, cost, received_at)
                    values (sha256(convert_to(?, 'UTF8')), 'push', 'outside kept time', ?, null, 0.5, '2026-03-05T23:59:59Z')""", call, call);
        }

        List<String> calls = paged("/ledger/quarantine", "items.callId");

        assertThat(calls).containsExactly("three", "two", "one");
        get("/ledger/quarantine?limit=1")
                .body("items[0].reason", equalTo("outside kept time"))
                .body("items[0].requestId", equalTo(""))
                .body("items[0].cost.amount", equalTo("0.5"));
        get("/ledger/days?from=2026-03-05&to=2026-03-06")
                .body("items[1].quarantined", equalTo(3))
                .body("items[0].quarantined", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger/days", "/ledger/quarantine", "/ledger/discrepancies"})
    void is_for_admins(String path) {
        asked(Person.user("una"), path).statusCode(403);
    }

    private PushedLog callOn(String day) {
        return PushedLog.at(ulla, Instant.parse(day + "T12:00:00Z"), "0.1");
    }

    /** All of a list, one item a page. */
    private List<String> paged(String path, String field) {
        List<String> values = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = get(path + "?limit=1" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .extract()
                    .jsonPath();
            values.addAll(page.getList(field));
            next = page.getString("next");
        }
        return values;
    }

    private ValidatableResponse get(String path) {
        return asked(auditor, path).statusCode(200);
    }

    private static ValidatableResponse asked(Person person, String path) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(person.token())
                .get(path)
                .then();
    }
}
