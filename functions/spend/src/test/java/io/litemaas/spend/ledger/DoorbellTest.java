package io.litemaas.spend.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.spend.EmulatedLiteLlm;
import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Recordings;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LiteLLM's alerts have the ledger pulled and the budgets swept, and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
@QuarkusTestResource(value = EmulatedLiteLlm.class, restrictToAnnotatedClass = true)
class DoorbellTest {
    private static final String TOKEN = "alert-token-of-the-tests";
    private static final String RUNG = "io.litemaas.ledger.rung.v1";

    private final Sql sql = TestDatabase.shared().sql();

    EmulatedLiteLlm litellm;

    @BeforeEach
    void silence() {
        sql.run("update spend.ledger_progress set rung_at = null");
        sql.run("update spend.job_lease set lease_until = now()");
        sql.run("delete from spend.outbox where type = ?", RUNG);
        sql.run("delete from platform.rate_limit");
    }

    @AfterEach
    void noMoreFaults() {
        litellm.emulator().faults().clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook-003-budget-threshold_crossed",
                "webhook-013-budget-spend_tracked",
                "webhook-014-budget-budget_crossed",
                "webhook-017-budget-budget_crossed"
            })
    void any_alert_of_litellm_rings_and_nothing_of_it_is_kept(String recording) {
        ring(TOKEN, Recordings.pushed(recording).toString()).statusCode(200).body("rung", equalTo(true));

        assertThat(rings()).containsExactly("{}");
    }

    @Test
    void what_the_bell_rang_for_is_pulled_and_swept() {
        Spender ulla = Spender.named("ulla");
        litellm.generate(ulla);
        litellm.emulator().faults().add(Fault.of(FaultKind.DROP_PUSH));
        litellm.chat(ulla, "unheard of");
        UUID dirty = dirtyBudget();

        await().until(() -> {
            hear(Events.announced("spend", RUNG, UUID.randomUUID().toString()));
            return sql.value("""
                            select count(*) from spend.fact f join spend.attribution a on a.id = f.attribution_id
                            where a.key_id = ? and f.pulled""", ulla.keyId()).equals("1");
        });

        assertThat(sql.value("select count(*) from spend.dirty_budget where budget_id = ?", dirty))
                .isEqualTo("0");
    }

    @Test
    void where_litellm_pushes_the_pull_is_due_after_a_push_or_a_ring_and_each_quarter_of_an_hour() {
        Spender ulla = Spender.named("ulla");
        pulledAndPushed("1 minute", "2 minutes");
        assertThat(due()).isEqualTo("f");

        new Bookings().push(List.of(PushedLog.of(ulla, "0.1")));
        assertThat(due()).isEqualTo("t");

        pulledAndPushed("1 minute", "2 minutes");
        ring(TOKEN, "{}").statusCode(200);
        assertThat(due()).isEqualTo("t");

        pulledAndPushed("16 minutes", "20 minutes");
        assertThat(due()).isEqualTo("t");

        pulledAndPushed("1 minute", "2 minutes");
        sql.run("update spend.ledger_progress set reached = now() - interval '5 minutes'");
        assertThat(due()).isEqualTo("t");
    }

    @Test
    void where_litellm_pushes_nothing_for_a_day_the_pull_is_always_due() {
        pulledAndPushed("1 second", "25 hours");
        assertThat(due()).isEqualTo("t");

        sql.run("update spend.ledger_progress set pushed_at = null");
        assertThat(due()).isEqualTo("t");
    }

    @Test
    void pushes_between_two_pulls_note_one_time() {
        Spender ulla = Spender.named("ulla");
        pulledAndPushed("1 minute", "2 minutes");
        new Bookings().push(List.of(PushedLog.of(ulla, "0.1")));
        String first = sql.value("select pushed_at from spend.ledger_progress");

        new Bookings().push(List.of(PushedLog.of(ulla, "0.1")));

        assertThat(sql.value("select pushed_at from spend.ledger_progress")).isEqualTo(first);
    }

    private void pulledAndPushed(String pulled, String pushed) {
        sql.run("""
                update spend.ledger_progress set pulled_until = now() - cast(? as interval),
                  pushed_at = now() - cast(? as interval), reached = null, rung_at = null""", pulled, pushed);
    }

    private String due() {
        return sql.value("select due from spend.published_due_pull_ledger");
    }

    @Test
    void a_forged_ring_is_not_heard() {
        UUID dirty = dirtyBudget();

        hear(UUID.randomUUID().toString());

        assertThat(sql.value("select count(*) from spend.dirty_budget where budget_id = ?", dirty))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-token-of-the-tests", "alert-token-of-the-test", "alert-token-of-the-tests2"})
    void with_another_token_there_is_no_bell(String token) {
        ring(token, "{}").statusCode(404).body("code", equalTo("http.not_found"));

        assertThat(rings()).isEmpty();
        assertThat(sql.value("select rung_at from spend.ledger_progress")).isNull();
        assertThat(sql.value("select count(*) from platform.rate_limit")).isEqualTo("0");
    }

    @Test
    void twenty_rings_at_once_are_one_and_a_later_one_is_another() {
        sql.run("update spend.ledger_progress set rung_at = now() + interval '1 hour'");
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> ring(TOKEN, "{}").statusCode(200).body("rung", equalTo(true)));
        assertThat(rings()).isEmpty();

        sql.run("update spend.ledger_progress set rung_at = now() - interval '1 hour'");
        ring(TOKEN, "{}").statusCode(200);

        assertThat(rings()).hasSize(1);
    }

    @Test
    void a_ring_that_can_not_be_written_down_is_no_200_and_the_next_is_not_taken_for_a_repetition() {
        sql.run("alter table spend.outbox add constraint deaf check (type <> '" + RUNG + "')");
        try {
            given().contentType("application/json")
                    .body("{}")
                    .post("/ledger/litellm-alerts/" + TOKEN)
                    .then()
                    .statusCode(500);
        } finally {
            sql.run("alter table spend.outbox drop constraint deaf");
        }

        ring(TOKEN, "{}").statusCode(200);

        assertThat(rings()).hasSize(1);
    }

    @Test
    void takes_nothing_that_is_too_large_or_no_document() {
        ring(TOKEN, "{\"event\":\"" + "x".repeat(70_000) + "\"}").statusCode(413);
        ring(TOKEN, "{\"event\":").statusCode(400);
        ring(TOKEN, "[]").statusCode(422);

        assertThat(rings()).isEmpty();
    }

    /** One that was removed, so that a sweep takes the mark off and does nothing else. */
    private UUID dirtyBudget() {
        UUID budget = UUID.randomUUID();
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, removed_at, period_start, spent, swept_at)
                values (?, 'user', ?, ?, 10, 'USD', 'total', 'UTC', '{80}', 'observe', now(), now(), now(), 'epoch', 0, now())
                """, budget, budget, budget);
        sql.run("insert into spend.dirty_budget (budget_id) values (?)", budget);
        return budget;
    }

    private static ValidatableResponse ring(String token, String body) {
        return given().filter(new ContractFilter())
                .contentType("application/json")
                .body(body)
                .post("/ledger/litellm-alerts/" + token)
                .then();
    }

    private static void hear(String event) {
        Events.event(event, RUNG).post("/ledger/pull-when-rung").then().statusCode(204);
    }

    private List<String> rings() {
        return sql.column("select data::text from spend.outbox where type = ?", RUNG);
    }
}
