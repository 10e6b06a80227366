package io.litemaas.access.keys;

import static io.litemaas.emulator.litellm.FaultKind.DOWN;
import static io.litemaas.emulator.litellm.FaultKind.GARBAGE;
import static io.litemaas.emulator.litellm.FaultKind.HANG;
import static io.litemaas.emulator.litellm.FaultKind.HOLD_BEFORE;
import static io.litemaas.emulator.litellm.FaultKind.LOSE_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.testing.Person;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AccessQuarkusTest
class IssueKeyTest extends AccessTest {

    @Test
    void gives_a_key_that_works_in_litellm_for_the_models_of_the_subscription() {
        Response response = issued(user);

        String value = response.path("value");
        assertThat(KeyForm.matches(value)).isTrue();
        assertThat(inLiteLlm(value)).hasValueSatisfying(key -> {
            assertThat(key.alias()).startsWith("lm:litemaas:");
            assertThat(key.userId()).isEqualTo(user.id().toString());
        });
        assertThat(chat(value)).isEqualTo(200);
        as(user).get("/keys/list").then().body("items.state", contains("valid")).body("items.sync", contains("synced"));
    }

    @Test
    void gives_the_same_working_value_to_a_repetition_and_keeps_it_nowhere() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        String value = issue(user, subscription, header).path("value");

        assertThat(issue(user, subscription, header).<String>path("value")).isEqualTo(value);

        assertThat(emulator().keys())
                .filteredOn(key -> key.userId().equals(user.id().toString()))
                .hasSize(1);
        assertThat(everything()).noneMatch(row -> row.contains(value) || row.contains(header));
    }

    @Test
    void gives_another_person_with_the_same_header_a_key_of_their_own() {
        String header = fresh();
        Person other = Person.user("otto");
        String mine = issue(user, subscription(user, "gpt-4o-mini"), header).path("value");
        String theirs = issue(other, subscription(other, "gpt-4o-mini"), header).path("value");

        assertThat(theirs).isNotEqualTo(mine);
        assertThat(chat(theirs)).isEqualTo(200);
    }

    @Test
    void needs_a_header_that_nobody_can_guess() {
        issue(user, subscription(user, "gpt-4o-mini"), "short")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.idempotency_key_required"));
    }

    @Test
    void finishes_with_the_same_header_what_litellm_could_not_do_at_first() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(DOWN));
        issue(user, subscription, header)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("litellm.unavailable"));
        emulator().faults().clear();

        String value = issue(user, subscription, header)
                .then()
                .statusCode(200)
                .extract()
                .path("value");

        assertThat(chat(value)).isEqualTo(200);
    }

    @Test
    void finishes_where_the_answer_of_generate_was_lost() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(LOSE_ANSWER).on("/key/generate").forNext(1));
        issue(user, subscription, header).then().statusCode(503);

        String value = issue(user, subscription, header)
                .then()
                .statusCode(200)
                .extract()
                .path("value");

        assertThat(chat(value)).isEqualTo(200);
        assertThat(emulator().keys())
                .filteredOn(key -> key.userId().equals(user.id().toString()))
                .hasSize(1);
    }

    @Test
    void answers_503_within_the_deadline_while_litellm_hangs_or_talks_nonsense() {
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(HANG).on("/key/generate").forNext(1));
        issue(user, subscription, fresh()).then().statusCode(503);
        emulator().faults().clear();
        emulator().faults().add(Fault.of(GARBAGE).on("/key/info").forNext(3));
        issue(user, subscription, fresh()).then().statusCode(503);
    }

    @Test
    void refuses_a_model_that_is_not_subscribed() {
        as(user).header("Idempotency-Key", fresh())
                .body(Map.of(
                        "subscriptionId",
                        subscription(user, "gpt-4o-mini"),
                        "name",
                        "x",
                        "models",
                        List.of("team-llama")))
                .post("/keys/issue")
                .then()
                .statusCode(422)
                .body("code", equalTo("keys.model_not_subscribed"));
    }

    @Test
    void refuses_a_subscription_that_is_not_ones_own_or_not_active() {
        String foreign = subscription(Person.user("otto"), "gpt-4o-mini");
        issue(user, foreign, fresh()).then().statusCode(404).body("code", equalTo("subscriptions.not_found"));

        String own = subscription(user, "gpt-4o-mini");
        post(user, "/subscriptions/cancel", Map.of("id", own, "version", 1))
                .then()
                .statusCode(200);
        issue(user, own, fresh()).then().statusCode(409).body("code", equalTo("keys.subscription_not_active"));
    }

    @Test
    void keeps_a_refusal_for_its_header() {
        String header = fresh();
        String foreign = subscription(Person.user("otto"), "gpt-4o-mini");
        issue(user, foreign, header).then().statusCode(404);

        issue(user, foreign, header).then().statusCode(404).body("code", equalTo("subscriptions.not_found"));
        issue(user, subscription(user, "gpt-4o-mini"), header)
                .then()
                .statusCode(422)
                .body("code", equalTo("http.idempotency_key_reused"));
    }

    @Test
    void never_issues_more_than_the_quota_however_many_ask_at_once() {
        String subscription = subscription(user, "gpt-4o-mini");

        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> issue(user, subscription, fresh()).statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        assertThat(emulator().keys())
                .filteredOn(key -> key.userId().equals(user.id().toString()))
                .hasSize(5);
        issue(user, subscription, fresh()).then().body("code", equalTo("keys.quota_exhausted"));
    }

    @Test
    void makes_one_key_for_one_header_sent_eight_times_at_once() {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();

        List<Response> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> issue(user, subscription, header))
                .toList();

        assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .extracting(answer -> answer.path("value"))
                .containsOnly(issue(user, subscription, header).<String>path("value"));
        assertThat(emulator().keys())
                .filteredOn(key -> key.userId().equals(user.id().toString()))
                .hasSize(1);
    }

    @Test
    void withdraws_the_key_where_the_subscription_ended_while_litellm_made_it() {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(Fault.of(LOSE_ANSWER).on("/key/generate").forNext(1));
        issue(user, subscription, header).then().statusCode(503);
        post(user, "/subscriptions/cancel", Map.of("id", subscription, "version", 1))
                .then()
                .statusCode(200);

        issue(user, subscription, header).then().statusCode(409).body("code", equalTo("keys.entitlement_gone"));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(emulator().keys())
                        .noneMatch(key -> key.userId().equals(user.id().toString())));
        issue(user, subscription, header).then().statusCode(409).body("code", equalTo("keys.expired_attempt"));
        assertThat(sql.value("select used from access.key_quota where user_id = ?", user.id()))
                .isEqualTo("0");
    }

    @Test
    void withdraws_the_key_where_it_was_revoked_and_deleted_before_litellm_made_it() {
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(HOLD_BEFORE).on("/key/generate").forNext(1));
        CompletableFuture<Response> issuing = CompletableFuture.supplyAsync(() -> issue(user, subscription, fresh()));
        org.awaitility.Awaitility.await()
                .until(() -> emulator().faults().held().stream().anyMatch(held -> held.kind() == HOLD_BEFORE));
        // by hand, since the convergence that follows a revocation must not come after the generate
        sql.run("""
                update access.credential set state = 'revoked', ended_at = now(), nonce = null, lease_until = null
                where state = 'pending' and key_id in (select id from access.key where owner_id = ?)""", user.id());

        emulator().faults().release();

        issuing.join().then().statusCode(409).body("code", equalTo("keys.expired_attempt"));
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(emulator().keys())
                        .noneMatch(key -> key.userId().equals(user.id().toString())));
    }

    @Test
    void gives_up_what_nobody_finished_within_an_hour() {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator().faults().add(Fault.of(LOSE_ANSWER).on("/key/generate").forNext(1));
        issue(user, subscription, header).then().statusCode(503);
        sql.run("update access.credential set created_at = now() - interval '61 minutes' where state = 'pending'");

        runJob("access.end-keys");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(emulator().keys())
                        .noneMatch(key -> key.userId().equals(user.id().toString())));
        issue(user, subscription, header).then().statusCode(409).body("code", equalTo("keys.expired_attempt"));
    }

    @Test
    void forgets_after_a_day_how_a_value_is_derived() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        String value = issue(user, subscription, header).path("value");
        sql.run("update access.idempotency set created_at = now() - interval '25 hours' where user_id = ?", user.id());

        runJob("access.forget-answers");

        assertThat(sql.value("""
                select count(*) from access.credential c join access.key k on k.id = c.key_id
                where k.owner_id = ? and c.nonce is not null""", user.id())).isEqualTo("0");
        assertThat(chat(value)).isEqualTo(200);
        assertThat(issue(user, subscription, header).<String>path("value")).isNotEqualTo(value);
    }

    @Test
    void refuses_a_key_that_would_have_expired() {
        as(user).header("Idempotency-Key", fresh())
                .body(Map.of(
                        "subscriptionId",
                        subscription(user, "gpt-4o-mini"),
                        "name",
                        "late",
                        "expiresAt",
                        Instant.now().minusSeconds(1).toString()))
                .post("/keys/issue")
                .then()
                .statusCode(422)
                .body("code", equalTo("keys.expiry_passed"));
        assertThat(sql.value("select count(*) from access.key where owner_id = ?", user.id()))
                .isEqualTo("0");
    }

    @Test
    void lets_litellm_itself_end_a_key_that_expires() {
        Instant expiry = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

        as(user).header("Idempotency-Key", fresh())
                .body(Map.of(
                        "subscriptionId",
                        subscription(user, "gpt-4o-mini"),
                        "name",
                        "short",
                        "expiresAt",
                        expiry.toString()))
                .post("/keys/issue")
                .then()
                .statusCode(200)
                .body("expiresAt", equalTo(expiry.toString()))
                .body("value", matchesPattern("sk-lm-[0-9A-Za-z]{49}"));
    }

    @Test
    void withdraws_the_key_where_the_subscription_is_being_cancelled_at_the_last_step() throws SQLException {
        String subscription = subscription(user, "gpt-4o-mini");
        CompletableFuture<Response> issuing = heldBeforeGenerate(subscription);
        try (Connection cancellation = TestDatabase.shared().owner().getConnection()) {
            cancellation.setAutoCommit(false);
            cancellation
                    .createStatement()
                    .execute("update access.subscription set state = 'cancelled', ended_at = now() where id = '"
                            + subscription + "'");
            emulator().faults().release();
            org.awaitility.Awaitility.await().until(() -> !sql.column("""
                    select pid from pg_stat_activity
                    where wait_event_type = 'Lock' and query like '%access.subscription%for share%'""").isEmpty());

            cancellation.commit();
        }

        issuing.join().then().statusCode(409).body("code", equalTo("keys.entitlement_gone"));
    }

    @Test
    void leaves_a_key_to_the_attempt_that_has_taken_it_over() {
        CompletableFuture<Response> overtaken = heldBeforeGenerate(subscription(user, "gpt-4o-mini"));
        sql.run("""
                update access.credential set attempt = attempt + 1, lease_until = now() + interval '1 minute'
                where key_id in (select id from access.key where owner_id = ?)""", user.id());

        emulator().faults().release();

        overtaken.join().then().statusCode(409).body("code", equalTo("http.in_progress"));
        assertThat(sql.value("""
                select c.state from access.credential c join access.key k on k.id = c.key_id
                where k.owner_id = ?""", user.id())).isEqualTo("pending");
    }

    @Test
    void stops_a_key_that_was_blocked_while_litellm_made_it() {
        CompletableFuture<Response> issuing = heldBeforeGenerate(subscription(user, "gpt-4o-mini"));
        String id = as(user).get("/keys/list").path("items[0].id");
        post(user, "/keys/block", Map.of("id", id)).then().statusCode(200);
        org.awaitility.Awaitility.await()
                .until(() -> sql.column("select attempt from access.convergence where attempt > 0")
                                .size()
                        == 1);

        emulator().faults().release();

        String value = issuing.join().then().statusCode(200).extract().path("value");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
        post(user, "/keys/unblock", Map.of("id", id)).then().statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(chat(value)).isEqualTo(200));
    }

    @Test
    void keeps_looking_at_a_key_that_changed_before_litellm_made_it() {
        CompletableFuture<Response> issuing = heldBeforeGenerate(subscription(user, "gpt-4o-mini"));
        String id = as(user).get("/keys/list").path("items[0].id");
        post(user, "/keys/block", Map.of("id", id)).then().statusCode(200);
        sql.run("update access.convergence set due_at = now()");

        runJob("access.converge-keys");

        assertThat(sql.column("select hash from access.convergence")).hasSize(1);
        emulator().faults().release();
        issuing.join();
    }

    @Test
    void gives_no_working_key_to_somebody_whose_budget_is_exhausted() {
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds,
                  mode, created_at, changed_at, period_start, spent, blocking, swept_at)
                values (gen_random_uuid(), 'user', ?, ?, 1, 'USD', 'total', 'UTC', '{100}',
                  'block', now(), now(), now(), 1, true, now())""", user.id(), user.id());

        String value = issued(user).path("value");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
        as(user).get("/keys/list").then().body("items.state", contains("budget_exhausted"));
    }

    @Test
    void gives_the_value_again_where_the_key_has_expired_meanwhile() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        String value = issue(user, subscription, header).path("value");
        sql.run("update access.key set expires_at = now() - interval '1 second' where owner_id = ?", user.id());

        assertThat(issue(user, subscription, header)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("value"))
                .isEqualTo(value);
    }

    @Test
    void withdraws_a_key_that_expired_before_it_could_be_finished() {
        String header = fresh();
        String subscription = subscription(user, "gpt-4o-mini");
        emulator().faults().add(Fault.of(DOWN).on("/key/generate").forNext(1));
        issue(user, subscription, header).then().statusCode(503);
        sql.run("update access.key set expires_at = now() - interval '1 second' where owner_id = ?", user.id());

        issue(user, subscription, header).then().statusCode(409).body("code", equalTo("keys.entitlement_gone"));
    }

    @Test
    void ends_no_key_that_somebody_else_is_changing_and_waits_for_nobody() throws SQLException {
        issued(user);
        sql.run("update access.key set expires_at = now() - interval '1 second' where owner_id = ?", user.id());
        try (Connection change = TestDatabase.shared().owner().getConnection()) {
            change.setAutoCommit(false);
            change.createStatement().execute("select from access.key where owner_id = '" + user.id() + "' for update");

            CompletableFuture.runAsync(() -> runJob("access.end-keys"))
                    .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                    .join();

            assertThat(sql.value("""
                    select c.state from access.credential c join access.key k on k.id = c.key_id
                    where k.owner_id = ?""", user.id())).isEqualTo("active");
        }
    }

    /** An issuance whose generate waits at LiteLLM's door. */
    private CompletableFuture<Response> heldBeforeGenerate(String subscription) {
        sql.run("delete from access.convergence");
        emulator().faults().add(Fault.of(HOLD_BEFORE).on("/key/generate").forNext(1));
        CompletableFuture<Response> issuing = CompletableFuture.supplyAsync(() -> issue(user, subscription, fresh()));
        org.awaitility.Awaitility.await()
                .until(() -> emulator().faults().held().stream().anyMatch(held -> held.kind() == HOLD_BEFORE));
        return issuing;
    }

    /** All rows of all tables that this room can write, as text. */
    private List<String> everything() {
        return List.of(
                        "access.credential",
                        "access.key",
                        "access.idempotency",
                        "access.outbox",
                        "access.inbox",
                        "access.convergence",
                        "access.conflict",
                        "access.sync_run",
                        "platform.audit")
                .stream()
                .flatMap(table -> sql.column("select t::text from " + table + " t").stream())
                .toList();
    }
}
