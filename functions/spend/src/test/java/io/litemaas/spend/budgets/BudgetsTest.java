package io.litemaas.spend.budgets;

import static io.litemaas.spend.PushedLog.push;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.litemaas.platform.room.Room;
import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.MovableClock;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class BudgetsTest {
    private static final String BOOKED = "io.litemaas.spend.booked.v1";

    private final Sql sql = TestDatabase.shared().sql();
    private final Person admin = Person.admin("ada");
    private final Spender ulla = Spender.named("ulla");

    @Inject
    MovableClock clock;

    @Inject
    @DataSource("spend")
    Room room;

    @AfterEach
    void comeBack() {
        clock.comeBack();
        sql.run("delete from spend.outbox where created_at > now()");
        sql.run("delete from spend.job_lease where lease_until > now()");
        sql.run("update spend.budget set time_zone = 'UTC' where time_zone = 'Nowhere/Else'");
    }

    @ParameterizedTest
    @CsvSource({"user", "subscription", "key"})
    void stops_a_key_when_its_budget_is_used_up(String scope) {
        UUID scopeId = scopeId(scope);
        set(body(scope, scopeId, "1.00", "month", "block")).statusCode(200).body("blocking", equalTo(false));
        assertThat(allowed()).isEqualTo("t");

        push(List.of(PushedLog.of(ulla, "0.99")));
        sweepAfterBooking();
        assertThat(allowed()).isEqualTo("t");

        push(List.of(PushedLog.of(ulla, "0.01")));
        sweepAfterBooking();
        assertThat(allowed()).isEqualTo("f");
        assertThat(events("io.litemaas.allowance.changed.v1", ulla.keyId())).isEqualTo(1);
    }

    @Test
    void lets_a_key_go_on_when_the_budget_is_raised_or_removed() {
        String id =
                set(body("key", ulla.keyId(), "1", "total", "block")).extract().path("id");
        push(List.of(PushedLog.of(ulla, "2")));
        sweepAfterBooking();
        assertThat(allowed()).isEqualTo("f");

        set(change(id, 1, body("key", ulla.keyId(), "3", "total", "block"))).statusCode(200);
        assertThat(allowed()).isEqualTo("t");

        set(change(id, 2, body("key", ulla.keyId(), "1", "total", "block")))
                .statusCode(200)
                .body("blocking", equalTo(true));
        assertThat(allowed()).isEqualTo("f");

        remove(id, 3).statusCode(204);
        assertThat(sql.column("select allowed from spend.published_allowance where key_id = ?", ulla.keyId()))
                .isEmpty();
        assertThat(events("io.litemaas.allowance.changed.v1", ulla.keyId())).isEqualTo(4);
    }

    @Test
    void lets_a_key_go_on_in_the_next_period_of_its_time_zone() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        set(withZone(body("key", ulla.keyId(), "1", "day", "block"), "Asia/Kathmandu"));
        push(List.of(PushedLog.of(ulla, "1")));
        sweepAfterBooking();
        assertThat(allowed()).isEqualTo("f");
        Instant midnight = LocalDate.ofInstant(Instant.now(), kathmandu)
                .plusDays(1)
                .atStartOfDay(kathmandu)
                .toInstant();

        clock.moveTo(midnight.minusSeconds(30));
        sweepByJob();
        assertThat(allowed()).isEqualTo("f");

        clock.moveTo(midnight.plusSeconds(1));
        sweepByJob();
        assertThat(allowed()).isEqualTo("t");
    }

    @Test
    void tells_of_a_crossing_that_was_booked_but_not_swept_before_its_period_ended() {
        String id =
                set(body("key", ulla.keyId(), "1", "day", "block")).extract().path("id");
        push(List.of(PushedLog.of(ulla, "0.9")));

        clock.moveTo(nextMidnight().plusSeconds(1));
        sweepByJob();
        sweepByJob();

        assertThat(crossings(id)).containsExactly("80");
        assertThat(allowed()).isEqualTo("t");
    }

    @Test
    void tells_of_what_came_late_for_the_period_before_but_stops_nobody() {
        String id =
                set(body("key", ulla.keyId(), "1", "day", "block")).extract().path("id");
        Instant yesterday = Instant.now();
        clock.moveTo(nextMidnight().plusSeconds(1));
        sweepByJob();

        push(List.of(PushedLog.at(ulla, yesterday, "1")));
        sweepAfterBooking();

        assertThat(crossings(id)).containsExactly("80", "100");
        assertThat(sql.value(
                        "select bool_and(period_end <= crossed_at) from spend.budget_crossing"
                                + " where budget_id = cast(? as uuid)",
                        id))
                .isEqualTo("t");
        assertThat(allowed()).isEqualTo("t");
        assertThat(events("io.litemaas.allowance.changed.v1", ulla.keyId())).isZero();
    }

    @Test
    void does_not_hold_a_budget_against_the_time_before_it_was_so() {
        String id =
                set(body("key", ulla.keyId(), "5", "day", "block")).extract().path("id");
        Instant yesterday = Instant.now();
        clock.moveTo(nextMidnight().plusSeconds(1));
        sql.run(
                "update spend.budget set amount = 1, changed_at = ? where id = cast(? as uuid)",
                Timestamp.from(clock.instant()),
                id);

        push(List.of(PushedLog.at(ulla, yesterday, "1")));
        sweepAfterBooking();

        assertThat(crossings(id)).isEmpty();
    }

    @Test
    void sweeps_the_others_when_a_budget_can_not_be_swept() {
        String broken = set(body("user", ulla.person().id(), "1", "month", "block"))
                .extract()
                .path("id");
        set(body("key", ulla.keyId(), "1", "month", "block"));
        sql.run("update spend.budget set time_zone = 'Nowhere/Else' where id = cast(? as uuid)", broken);
        push(List.of(PushedLog.of(ulla, "1")));

        sweepAfterBooking();

        assertThat(allowed()).isEqualTo("f");
    }

    @Test
    void books_while_a_sweep_holds_the_budget() throws Exception {
        set(body("key", ulla.keyId(), "1", "total", "block"));
        UUID id = UUID.fromString(sql.value("select id from spend.budget where scope_id = ?", ulla.keyId()));

        room.useTransaction(handle -> {
            new BudgetDao(handle).lock(id);
            CompletableFuture<Void> booking = CompletableFuture.runAsync(() -> push(List.of(PushedLog.of(ulla, "1"))));
            assertThat(booking).succeedsWithin(Duration.ofSeconds(20));
        });
    }

    @Test
    void counts_what_is_booked_while_a_budget_comes_into_being() {
        Budget budget = new Budget(
                UUID.randomUUID(),
                Scope.KEY,
                ulla.keyId(),
                ulla.person().id(),
                BigDecimal.ONE,
                Recurrence.TOTAL,
                ZoneOffset.UTC,
                List.of(100),
                Mode.BLOCK);
        CompletableFuture<Void> booking = new CompletableFuture<>();

        room.useTransaction(handle -> {
            new BudgetDao(handle).insert(budget, clock.instant());
            booking.completeAsync(() -> {
                push(List.of(PushedLog.of(ulla, "1")));
                return null;
            });
            await().until(() -> booking.isDone() || waitsForALock());
        });
        booking.join();
        sweepAfterBooking();

        assertThat(allowed()).isEqualTo("f");
    }

    @Test
    void stops_a_key_that_was_made_after_the_budget_was_used_up() {
        set(body("user", ulla.person().id(), "1", "month", "block"));
        push(List.of(PushedLog.of(ulla, "1")));
        sweepAfterBooking();

        Spender later = ulla.another("a new key");

        assertThat(sql.value("select allowed from spend.published_allowance where key_id = ?", later.keyId()))
                .isEqualTo("f");
    }

    @Test
    void stays_blocked_while_another_budget_blocks() {
        String first =
                set(body("key", ulla.keyId(), "1", "total", "block")).extract().path("id");
        set(body("user", ulla.person().id(), "1", "total", "block"));
        push(List.of(PushedLog.of(ulla, "1")));
        sweepAfterBooking();

        remove(first, 1).statusCode(204);

        assertThat(allowed()).isEqualTo("f");
    }

    @Test
    void only_tells_where_it_observes() {
        String id = set(body("key", ulla.keyId(), "1", "total", "observe"))
                .extract()
                .path("id");
        push(List.of(PushedLog.of(ulla, "5")));
        sweepAfterBooking();

        assertThat(sql.column("select allowed from spend.published_allowance where key_id = ?", ulla.keyId()))
                .isEmpty();
        assertThat(crossings(id)).containsExactly("80", "100");
    }

    @Test
    void records_one_crossing_and_tells_once_when_twenty_sweeps_come_at_once() {
        String id = set(body("user", ulla.person().id(), "1", "month", "block"))
                .extract()
                .path("id");
        push(List.of(PushedLog.of(ulla, "0.85")));
        List<String> events =
                IntStream.range(0, 20).mapToObj(i -> bookedEvent()).toList();

        events.parallelStream().forEach(BudgetsTest::sweep);

        assertThat(crossings(id)).containsExactly("80");
        assertThat(sql.value("""
                select count(*) from spend.outbox where type = 'io.litemaas.budget.crossed.v1'
                and subject in (select id::text from spend.budget_crossing where budget_id = cast(? as uuid))""", id)).isEqualTo("1");
        assertThat(sql.value("select count(*) from spend.dirty_budget where budget_id = cast(? as uuid)", id))
                .isEqualTo("0");
    }

    @Test
    void tells_again_for_another_amount_but_not_for_the_same() {
        String id = set(body("key", ulla.keyId(), "1", "total", "observe"))
                .extract()
                .path("id");
        push(List.of(PushedLog.of(ulla, "1")));
        sweepAfterBooking();

        set(change(id, 1, body("key", ulla.keyId(), "1.00", "total", "observe")))
                .statusCode(200);
        assertThat(crossings(id)).hasSize(2);

        set(change(id, 2, body("key", ulla.keyId(), "0.5", "total", "observe"))).statusCode(200);
        assertThat(crossings(id)).hasSize(4);
    }

    @Test
    void publishes_a_crossing_with_what_a_message_needs() {
        String id = set(body("key", ulla.keyId(), "1", "total", "observe"))
                .extract()
                .path("id");
        push(List.of(PushedLog.of(ulla, "0.9")));
        sweepAfterBooking();

        assertThat(sql.value("""
                select scope_name || ' ' || owner_id || ' ' || threshold || ' ' || amount || ' ' || spent
                from spend.published_crossing where budget_id = cast(? as uuid)""", id)).isEqualTo("ulla's key " + ulla.person().id() + " 80 1 0.9");
    }

    @Test
    void does_nothing_on_a_forged_or_replayed_event() {
        set(body("key", ulla.keyId(), "1", "total", "block"));
        push(List.of(PushedLog.of(ulla, "1")));

        sweep(UUID.randomUUID().toString());
        assertThat(allowed()).isEqualTo("t");

        String event = bookedEvent();
        sweep(event);
        assertThat(allowed()).isEqualTo("f");
        push(List.of(PushedLog.of(ulla, "1")));
        sweep(event);
        assertThat(sql.value(
                        "select count(*) from spend.dirty_budget d join spend.budget b on b.id = d.budget_id"
                                + " where b.scope_id = ?",
                        ulla.keyId()))
                .isEqualTo("1");
    }

    @Test
    void shows_a_user_only_their_own_and_an_admin_all_by_pages() {
        set(body("key", ulla.keyId(), "1", "total", "block"));
        Spender ozan = Spender.named("ozan");
        String foreign =
                set(body("key", ozan.keyId(), "1", "total", "block")).extract().path("id");

        as(ulla.person())
                .get("/budgets/list")
                .then()
                .statusCode(200)
                .body("items.scopeId", contains(ulla.keyId().toString()))
                .body("items[0].name", equalTo("ulla's key"));
        String cursor = as(admin)
                .get("/budgets/list?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as(admin)
                .get("/budgets/list?limit=200&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(foreign));
    }

    @Test
    void is_made_once_however_often_it_is_asked_for() {
        String key = UUID.randomUUID().toString();
        String body = body("key", ulla.keyId(), "1", "total", "block");

        String first = post(body, key).statusCode(200).extract().path("id");
        String second = post(body, key).statusCode(200).extract().path("id");

        assertThat(second).isEqualTo(first);
        set(body).statusCode(409).body("code", equalTo("budgets.exists"));
    }

    @Test
    void refuses_a_change_that_is_based_on_an_old_version() {
        String body = body("key", ulla.keyId(), "1", "total", "block");
        String id = set(body).extract().path("id");
        set(change(id, 1, body)).statusCode(200).body("version", equalTo(2));

        set(change(id, 1, body)).statusCode(409).body("code", equalTo("budgets.version_moved"));
        remove(id, 1).statusCode(409);
        set(change(id, 2, body("user", ulla.person().id(), "1", "total", "block")))
                .statusCode(422)
                .body("code", equalTo("budgets.scope_fixed"));
        remove(UUID.randomUUID().toString(), 1).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"-1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\"}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"},\"period\":\"day\",\"mode\":\"block\"}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\",\"zone\":\"Nowhere\"}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\",\"thresholds\":[]}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\",\"version\":1}",
                "{\"scope\":\"team\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\"}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":1,\"period\":\"day\",\"mode\":\"block\"}",
                "{\"scope\":\"key\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\",\"x\":1}",
                "{\"scope\":\"user\",\"scopeId\":\"%s\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"period\":\"day\",\"mode\":\"block\"}"
            })
    void refuses_what_is_no_budget(String body) {
        set(body.formatted(ulla.keyId())).statusCode(422).body("code", equalTo("http.invalid_request"));
    }

    @Test
    void is_set_and_removed_by_admins() {
        as(ulla.person())
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(body("key", ulla.keyId(), "1", "total", "block"))
                .post("/budgets/set")
                .then()
                .statusCode(403);
        as(Person.with("rita", "user", "admin-readonly"))
                .contentType("application/json")
                .body("{\"id\":\"" + UUID.randomUUID() + "\",\"version\":1}")
                .post("/budgets/remove")
                .then()
                .statusCode(403);
    }

    private static Instant nextMidnight() {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private boolean waitsForALock() {
        return !sql.value("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .equals("0");
    }

    private UUID scopeId(String scope) {
        return switch (scope) {
            case "user" -> ulla.person().id();
            case "subscription" -> ulla.subscriptionId();
            default -> ulla.keyId();
        };
    }

    private static String body(String scope, UUID scopeId, String amount, String period, String mode) {
        return """
                {"scope":"%s","scopeId":"%s","amount":{"amount":"%s","currency":"USD"},"period":"%s","mode":"%s"}""".formatted(scope, scopeId, amount, period, mode);
    }

    private static String withZone(String body, String zone) {
        return body.replaceFirst("\\{", "{\"zone\":\"" + zone + "\",");
    }

    private static String change(String id, int version, String body) {
        return body.replaceFirst("\\{", "{\"id\":\"" + id + "\",\"version\":" + version + ",");
    }

    private ValidatableResponse set(String body) {
        return post(body, UUID.randomUUID().toString());
    }

    private ValidatableResponse post(String body, String idempotencyKey) {
        return as(admin)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post("/budgets/set")
                .then();
    }

    private ValidatableResponse remove(String id, int version) {
        return as(admin)
                .contentType("application/json")
                .body("{\"id\":\"" + id + "\",\"version\":" + version + "}")
                .post("/budgets/remove")
                .then();
    }

    private static RequestSpecification as(Person person) {
        return given().filter(new ContractFilter()).auth().oauth2(person.token());
    }

    private String allowed() {
        return sql.value("select allowed from spend.published_allowance where key_id = ?", ulla.keyId());
    }

    private List<String> crossings(String id) {
        return sql.column(
                "select threshold from spend.budget_crossing where budget_id = cast(? as uuid) order by amount, threshold",
                id);
    }

    private int events(String type, UUID subject) {
        return Integer.parseInt(sql.value(
                "select count(*) from spend.outbox where type = ? and subject = ?", type, subject.toString()));
    }

    private void sweepAfterBooking() {
        sweep(sql.value(
                "select id from spend.outbox where type = ? order by created_at desc, id desc limit 1", BOOKED));
    }

    private String bookedEvent() {
        UUID id = UUID.randomUUID();
        sql.run("""
                insert into spend.outbox (id, type, subject, data, created_at, next_attempt_at)
                values (?, ?, 'a booking', '{"source":"push","requests":1}', now(), now())""", id, BOOKED);
        return id.toString();
    }

    private static void sweep(String event) {
        Events.event(event, BOOKED).post("/budgets/sweep").then().statusCode(204);
    }

    private void sweepByJob() {
        Events.runJob("spend", "spend.sweep-budgets");
    }
}
