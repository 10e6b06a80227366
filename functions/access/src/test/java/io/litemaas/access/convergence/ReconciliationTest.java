package io.litemaas.access.convergence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.emulator.litellm.Snapshot;
import io.litemaas.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the next reconcile no key works that we don't know or show as a conflict, and none that we show is refused. */
@QuarkusTest
@AccessQuarkusTest
class ReconciliationTest extends AccessTest {
    @Inject
    Reconciliation reconciliation;

    @Inject
    ReconcileKeysJob job;

    private String id;
    private String value;

    @BeforeEach
    void oneKey() {
        emulator().wipeKeys();
        sql.run(
                "update access.credential set state = 'lost', ended_at = now(), nonce = null where state in ('active', 'pending')");
        sql.run("update access.key set ended_at = now() where ended_at is null");
        sql.run("delete from access.convergence");
        sql.run("delete from access.conflict");
        Response issued = issued(user);
        id = issued.path("id");
        value = issued.path("value");
    }

    @Test
    void finds_nothing_to_do_where_all_agree() {
        reconcile().body("outcome", equalTo("done")).body("seen", equalTo(1)).body("changed", equalTo(0));
    }

    @Test
    void undoes_what_somebody_changed_in_litellm() {
        litellm("/key/block", Map.of("key", sha256(value)));
        litellm("/key/update", Map.of("key", sha256(value), "models", List.of(), "rpm_limit", 1));
        assertThat(chat(value)).isEqualTo(401);

        reconcile().body("changed", equalTo(1));

        assertThat(chat(value)).isEqualTo(200);
        reconcile().body("changed", equalTo(0));
    }

    @Test
    void deletes_a_key_that_we_revoked_and_that_came_back() {
        post(user, "/keys/revoke", Map.of("id", id)).then().statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(inLiteLlm(value)).isEmpty());
        litellm("/key/generate", Map.of("key", value, "models", List.of("gpt-4o-mini")));
        assertThat(chat(value)).isEqualTo(200);

        reconcile().body("changed", equalTo(1));

        assertThat(inLiteLlm(value)).isEmpty();
    }

    @Test
    void looks_twice_more_for_a_key_that_must_stay_gone() {
        post(user, "/keys/revoke", Map.of("id", id)).then().statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(looksLeft()).containsExactly("1"));
        litellm("/key/generate", Map.of("key", value, "models", List.of("gpt-4o-mini")));
        sql.run("update access.convergence set due_at = now()");

        runJob("access.converge-keys");

        assertThat(inLiteLlm(value)).isEmpty();
        assertThat(looksLeft()).containsExactly("0");
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
        assertThat(looksLeft()).isEmpty();
    }

    @Test
    void shows_a_key_under_our_alias_as_a_conflict_and_does_not_touch_it() {
        litellm("/key/generate", Map.of("key", "sk-stranger-0123456789", "key_alias", "lm:litemaas:stranger"));
        litellm(
                "/key/generate",
                Map.of("key", "sk-ours-by-user-0123456", "user_id", user.id().toString()));
        litellm("/key/generate", Map.of("key", "sk-another-instance-01", "key_alias", "lm:other:x"));

        reconcile().body("changed", equalTo(2));
        reconcile().body("changed", equalTo(0));

        List<String> found = conflicts().extract().path("items.object");
        assertThat(found)
                .containsExactlyInAnyOrder(sha256("sk-stranger-0123456789"), sha256("sk-ours-by-user-0123456"));
        assertThat(chat("sk-stranger-0123456789")).isEqualTo(200);
    }

    @Test
    void shows_a_key_that_litellm_made_with_a_user_as_a_conflict_and_goes_on() {
        Person otto = Person.user("otto");
        sql.run("""
                insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                values (?, 'synced', now(), now())""", otto.id());
        litellm("/user/new", Map.of("user_id", otto.id().toString()));
        litellm("/key/block", Map.of("key", sha256(value)));

        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(2));

        conflicts().body("items.kind", contains("unknown_key"));
        assertThat(chat(value)).isEqualTo(200);
    }

    @Test
    void reads_past_a_foreign_key_of_any_form_and_undoes_a_limit_that_makes_no_sense() {
        litellm("/key/generate", Map.of("key", "sk-someone-elses-0001", "tpm_limit", -1));
        litellm("/key/update", Map.of("key", sha256(value), "rpm_limit", -1));

        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(1));

        assertThat(chat(value)).isEqualTo(200);
        reconcile().body("changed", equalTo(0));
    }

    @Test
    void deletes_an_unknown_key_when_an_admin_says_so() {
        litellm("/key/generate", Map.of("key", "sk-stranger-0123456789", "key_alias", "lm:litemaas:stranger"));
        reconcile();
        String conflict = conflicts().extract().path("items[0].id");

        post(user, "/keys/resolve-conflict", Map.of("id", conflict, "action", "delete"))
                .then()
                .statusCode(403);
        post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", "delete"))
                .then()
                .statusCode(204);

        await().untilAsserted(
                        () -> assertThat(inLiteLlm("sk-stranger-0123456789")).isEmpty());
        post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", "dismiss"))
                .then()
                .statusCode(404);
    }

    @Test
    void a_deletion_is_accepted_while_litellm_is_away_and_finishes_by_itself() {
        litellm("/key/generate", Map.of("key", "sk-stranger-0123456789", "key_alias", "lm:litemaas:stranger"));
        reconcile();
        String conflict = conflicts().extract().path("items[0].id");
        emulator().faults().add(Fault.of(FaultKind.DOWN));

        post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", "delete"))
                .then()
                .statusCode(204);

        await().until(() -> sql.column("select cause from access.convergence where cause is not null")
                        .size()
                == 1);
        emulator().faults().clear();
        sql.run("delete from platform.integration_health");
        reconcile();
        conflicts().body("items", hasSize(0));
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
        assertThat(inLiteLlm("sk-stranger-0123456789")).isEmpty();
    }

    @Test
    void shows_no_conflict_again_that_an_admin_dismissed() {
        litellm("/key/generate", Map.of("key", "sk-stranger-0123456789", "key_alias", "lm:litemaas:stranger"));
        reconcile();
        String conflict = conflicts().extract().path("items[0].id");
        post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", "dismiss"))
                .then()
                .statusCode(204);

        reconcile().body("changed", equalTo(0));

        conflicts().body("items", hasSize(0));
        assertThat(chat("sk-stranger-0123456789")).isEqualTo(200);
    }

    @Test
    void tries_within_a_minute_again_however_long_litellm_was_away() {
        post(user, "/keys/block", Map.of("id", id)).then().statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(looksLeft()).isEmpty());
        sql.run(
                "insert into access.convergence (hash, due_at, attempt) values (decode(?, 'hex'), now(), 20)",
                sha256(value));
        emulator().faults().add(Fault.of(FaultKind.DOWN));

        runJob("access.converge-keys");

        assertThat(sql.value("select due_at <= now() + interval '1 minute' from access.convergence"))
                .isEqualTo("t");
    }

    @Test
    void keeps_the_newest_keys_working_when_a_restored_dump_lacks_them() {
        sql.run("delete from access.credential where key_id = cast(? as uuid)", id);

        reconcile();

        assertThat(chat(value)).isEqualTo(200);
        conflicts().body("items.object", hasItem(sha256(value))).body("items.kind", hasItem("unknown_key"));
        sql.run("delete from access.key_model where key_id = cast(? as uuid)", id);
        sql.run("delete from access.key where id = cast(? as uuid)", id);
    }

    @Test
    void tells_the_owner_of_a_key_that_litellm_lost() {
        emulator().loseKey(sha256(value));

        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(1));

        as(user).get("/keys/list").then().body("items[0].state", equalTo("lost"));
        sql.run("update access.key set ended_at = now() - interval '31 days' where id = cast(? as uuid)", id);
        as(user).get("/keys/list").then().body("items", hasSize(0));
        as(user).queryParam("ended", true).get("/keys/list").then().body("items[0].state", equalTo("lost"));
        assertThat(sql.value(
                        "select count(*) from access.outbox where type = 'io.litemaas.key.lost.v1' and subject = ?",
                        id))
                .isEqualTo("1");
    }

    @Test
    void believes_no_loss_while_litellms_database_is_away() {
        emulator().loseKey(sha256(value));
        emulator().faults().add(Fault.of(FaultKind.DOWN).on("/health/readiness"));

        reconcile().body("changed", equalTo(0));

        as(user).get("/keys/list").then().body("items[0].state", equalTo("valid"));
    }

    @Test
    void brakes_when_the_listing_is_suddenly_empty() {
        sixOthersWithAKey();
        Snapshot all = emulator().snapshot();
        emulator().wipeKeys();

        reconcile().body("outcome", equalTo("braked"));

        conflicts().body("items.kind", hasItem("shrunken_listing"));
        String conflict = conflicts().extract().path("items[0].id");
        post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", "delete"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("action"));
        as(user).get("/keys/list").then().body("items[0].state", equalTo("valid"));
        emulator().restore(all);
        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(0));
        conflicts().body("items", hasSize(0));
        assertThat(chat(value)).isEqualTo(200);
    }

    @Test
    void gives_up_what_an_admin_confirmed_to_be_gone_and_nothing_else() {
        sixOthersWithAKey();
        Person late = Person.user("late");
        emulator().wipeKeys();
        reconcile().body("outcome", equalTo("braked"));
        reconcile().body("outcome", equalTo("braked"));
        String seven = conflicts().body("items", hasSize(1)).extract().path("items[0].id");
        String latesKey = issued(late).path("value");
        emulator().loseKey(sha256(latesKey));
        reconcile().body("outcome", equalTo("braked"));
        String eight = conflicts().body("items", hasSize(1)).extract().path("items[0].id");

        // what was decided on is not what is missing now
        resolve(seven, "confirm").statusCode(404);
        resolve(eight, "confirm").statusCode(204);
        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(8));

        conflicts().body("items", hasSize(0));
        as(user).get("/keys/list").then().body("items.state", contains("lost"));
        as(late).get("/keys/list").then().body("items.state", contains("lost"));
    }

    @Test
    void a_confirmation_holds_for_no_other_keys_and_takes_none_that_litellm_still_has() {
        sixOthersWithAKey();
        Snapshot all = emulator().snapshot();
        emulator().wipeKeys();
        reconcile().body("outcome", equalTo("braked"));
        resolve(conflicts().extract().path("items[0].id"), "confirm").statusCode(204);
        String another = issued(Person.user("another")).path("value");
        emulator().loseKey(sha256(another));

        reconcile().body("outcome", equalTo("braked"));

        conflicts().body("items.kind", contains("shrunken_listing"));
        as(user).get("/keys/list").then().body("items[0].state", equalTo("valid"));
        emulator().restore(all);
        reconcile().body("outcome", equalTo("done")).body("changed", equalTo(1));
        as(user).get("/keys/list").then().body("items[0].state", equalTo("valid"));
    }

    @Test
    void reads_page_after_page() {
        for (int i = 0; i < 120; i++) {
            litellm("/key/generate", Map.of("key", "sk-someone-elses-%04d".formatted(i)));
        }

        reconcile().body("seen", greaterThanOrEqualTo(121)).body("changed", equalTo(0));
        emulator().forgetRequests();
        reconcile();
        assertThat(emulator().requests())
                .filteredOn(request -> request.path().startsWith("/key/list"))
                .hasSize(2);
    }

    @Test
    void asks_for_time_with_each_page() {
        for (int i = 0; i < 120; i++) {
            litellm("/key/generate", Map.of("key", "sk-someone-elses-%04d".formatted(i)));
        }
        AtomicInteger extended = new AtomicInteger();

        job.slice(() -> extended.incrementAndGet() > 0);

        assertThat(extended).hasValue(2);
    }

    @Test
    void concludes_nothing_once_another_run_has_taken_over() {
        emulator().loseKey(sha256(value));

        SyncRun run = reconciliation.run(() -> false);

        assertThat(run.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
        as(user).get("/keys/list").then().body("items[0].state", equalTo("valid"));
    }

    @Test
    void is_for_admins_and_says_when_litellm_is_away() {
        post(user, "/keys/reconcile", Map.of()).then().statusCode(403);
        emulator().faults().add(Fault.of(FaultKind.DOWN));
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(503).body("code", equalTo("litellm.unavailable"));
    }

    @Test
    void is_due_again_five_minutes_after_the_last_that_succeeded() {
        String due = "select due from access.published_due_reconcile_keys";
        sql.run("delete from access.sync_run");
        assertThat(sql.value(due)).isEqualTo("t");

        reconcile();

        assertThat(sql.value(due)).isEqualTo("f");
        sql.run("update access.sync_run set started_at = now() - interval '6 minutes'");
        assertThat(sql.value(due)).isEqualTo("t");
    }

    @Test
    void a_refused_listing_is_asked_for_again_after_a_quarter_of_an_hour() {
        String due = "select due from access.published_due_reconcile_keys";
        sql.run("delete from access.sync_run");
        emulator().faults().add(Fault.of(FaultKind.REFUSED400).on("/key/list"));
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(409);

        assertThat(sql.value(due)).isEqualTo("f");

        sql.run("update access.sync_run set started_at = now() - interval '16 minutes'");
        assertThat(sql.value(due)).isEqualTo("t");
    }

    @Test
    void a_refusal_to_speak_of_one_key_is_over_when_litellm_speaks_of_it_or_lists_it_again() {
        emulator().loseKey(sha256(value));
        emulator().faults().add(Fault.of(FaultKind.REFUSED400).on("/key/info").forNext(1));
        reconcile();
        conflicts().body("items.kind", contains("refused")).body("items.object", contains(sha256(value)));

        reconcile();

        conflicts().body("items", hasSize(0));
        String other = issued(Person.user("otto")).path("value");
        sql.run("""
                insert into access.conflict (id, kind, object, detail, found_at)
                values (gen_random_uuid(), 'refused', ?, '{"saying": "no"}', now())""", sha256(other));
        reconcile();
        conflicts().body("items", hasSize(0));
    }

    @Test
    void a_dismissed_refusal_comes_back_only_after_it_was_taken() {
        emulator().faults().add(Fault.of(FaultKind.REFUSED400).on("/key/list"));
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(409);
        resolve(conflicts().extract().path("items[0].id"), "dismiss").statusCode(204);

        post(admin, "/keys/reconcile", Map.of()).then().statusCode(409);
        conflicts().body("items", hasSize(0));

        emulator().faults().clear();
        reconcile();
        emulator().faults().add(Fault.of(FaultKind.REFUSED400).on("/key/list"));
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(409);
        conflicts().body("items.kind", contains("refused"));
    }

    private void sixOthersWithAKey() {
        for (int i = 0; i < 6; i++) {
            issued(Person.user("person" + i));
        }
    }

    private ValidatableResponse reconcile() {
        return post(admin, "/keys/reconcile", Map.of()).then().statusCode(200);
    }

    private ValidatableResponse conflicts() {
        return as(admin).get("/keys/conflicts").then().statusCode(200);
    }

    private ValidatableResponse resolve(String conflict, String action) {
        return post(admin, "/keys/resolve-conflict", Map.of("id", conflict, "action", action))
                .then();
    }

    private List<String> looksLeft() {
        return sql.column("select looks_left from access.convergence");
    }

    private static void litellm(String path, Map<String, Object> body) {
        given().auth()
                .oauth2(emulator().masterKey())
                .contentType("application/json")
                .body(body)
                .post(emulator().url() + path)
                .then()
                .statusCode(200);
    }
}
