package io.litemaas.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.access.convergence.DueHashes;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can happen to a key after it was issued: LiteLLM follows, and verify tells at once. */
@QuarkusTest
@AccessQuarkusTest
class KeyLifeTest extends AccessTest {
    @Inject
    @DataSource("access")
    Room room;

    private String id;
    private String subscription;
    private String value;

    @BeforeEach
    void issue() {
        Response issued = issued(user);
        id = issued.path("id");
        subscription = issued.path("subscriptionId");
        value = issued.path("value");
    }

    @Test
    void a_blocked_key_is_refused_and_works_again_when_unblocked() {
        change(user, "block").then().statusCode(200).body("state", equalTo("blocked_by_owner"));
        refusedSoon();
        verify().body("valid", equalTo(false)).body("reason", equalTo("blocked_by_owner"));

        change(user, "unblock").then().statusCode(200).body("state", equalTo("valid"));
        worksSoon();
        verify().body("valid", equalTo(true))
                .body("ownerId", equalTo(user.id().toString()))
                .body("models", contains("gpt-4o-mini"));
    }

    @Test
    void what_one_blocked_another_cannot_unblock() {
        change(user, "block").then().statusCode(200);
        change(admin, "block").then().statusCode(200).body("blocks", containsInAnyOrder("admin", "owner"));

        change(user, "unblock").then().statusCode(200).body("state", equalTo("blocked_by_admin"));
        change(user, "unblock").then().statusCode(409).body("code", equalTo("keys.not_blocked"));
        refusedSoon();
        change(admin, "unblock").then().statusCode(200).body("state", equalTo("valid"));
        worksSoon();
    }

    @Test
    void a_revoked_key_is_gone_for_good() {
        change(user, "revoke").then().statusCode(200).body("state", equalTo("revoked"));

        await().untilAsserted(() -> assertThat(inLiteLlm(value)).isEmpty());
        assertThat(chat(value)).isEqualTo(401);
        change(user, "revoke").then().statusCode(409).body("code", equalTo("keys.ended"));
        change(user, "block").then().statusCode(409);
        verify().body("reason", equalTo("revoked"));
        as(user).get("/keys/list").then().body("items", hasSize(0));
        as(user).queryParam("ended", true).get("/keys/list").then().body("items.id", contains(id));
        assertThat(sql.value("select count(*) from access.credential where nonce is not null and ended_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void anothers_key_does_not_exist() {
        Person otto = Person.user("otto");
        change(otto, "block").then().statusCode(404).body("code", equalTo("keys.not_found"));
        change(otto, "revoke").then().statusCode(404);
        as(otto).get("/keys/list").then().body("items", hasSize(0));
        as(otto).queryParam("all", true).get("/keys/list").then().statusCode(403);
        as(admin).queryParam("all", true).get("/keys/list").then().body("items.id", hasItem(id));
    }

    @Test
    void a_block_waits_while_litellm_is_away_and_finishes_by_itself() {
        emulator().faults().add(Fault.of(FaultKind.DOWN));
        change(user, "block").then().statusCode(200);
        as(user).get("/keys/list").then().body("items.sync", contains("pending"));
        emulator().faults().clear();
        sql.run("update access.convergence set due_at = now()");
        sql.run("delete from platform.integration_health");

        runJob("access.converge-keys");

        await().untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
        await().untilAsserted(() -> as(user).get("/keys/list").then().body("items.sync", contains("synced")));
    }

    @Test
    void a_cancelled_subscription_ends_its_keys_for_good() {
        cancel();

        await().untilAsserted(() -> assertThat(inLiteLlm(value)).isEmpty());
        verify().body("reason", equalTo("subscription_ended"));
        change(user, "block").then().statusCode(409).body("code", equalTo("keys.ended"));
        as(user).get("/keys/list").then().body("items", hasSize(0));
        as(user).queryParam("ended", true).get("/keys/list").then().body("items.state", contains("subscription_ended"));
        assertThat(quota()).isEqualTo("0");
    }

    @Test
    void a_cancelled_subscription_ends_all_its_keys_however_many() {
        List<String> values = twelveKeys();

        cancel();

        await().untilAsserted(() ->
                assertThat(values).allSatisfy(one -> assertThat(inLiteLlm(one)).isEmpty()));
        assertThat(quota()).isEqualTo("0");
    }

    @Test
    void an_exhausted_budget_stops_a_key_and_room_again_lets_it_go_on_but_for_a_block_made_by_hand() {
        allowance(false);
        refusedSoon();
        verify().body("reason", equalTo("budget_exhausted"));
        change(user, "block").then().statusCode(200);

        allowance(true);

        verify().body("reason", equalTo("blocked_by_owner"));
        assertThat(chat(value)).isEqualTo(401);
        change(user, "unblock").then().statusCode(200);
        worksSoon();
    }

    @Test
    void a_disabled_owner_stops_all_keys_at_once_however_many() {
        List<String> values = twelveKeys();
        sql.run("update identity.person set disabled_at = now() where id = ?", user.id());
        String event = Events.announced(
                "identity", "io.litemaas.user.changed.v1", user.id().toString());
        Events.event(event, "io.litemaas.user.changed.v1")
                .header("ce-subject", user.id().toString())
                .post("/access/converge-owner")
                .then()
                .statusCode(204);

        assertThat(values).allSatisfy(one -> assertThat(chat(one)).isEqualTo(401));
    }

    @Test
    void an_expired_key_ends() {
        sql.run("update access.key set expires_at = now() - interval '1 second' where id = cast(? as uuid)", id);
        verify().body("reason", equalTo("expired"));

        runJob("access.end-keys");

        await().untilAsserted(() -> assertThat(inLiteLlm(value)).isEmpty());
        as(user).queryParam("ended", true).get("/keys/list").then().body("items.state", contains("expired"));
    }

    @Test
    void keys_that_expire_at_once_do_not_wait_in_a_ring_with_a_change_of_their_owner() {
        String first = sha256(value);
        String last = "";
        while (first.compareTo(last) > 0) {
            last = first;
            first = sha256(issue(user, subscription, fresh()).path("value"));
        }
        sql.run("""
                update access.credential set state = 'revoked', ended_at = now(), nonce = null
                where hash not in (decode(?, 'hex'), decode(?, 'hex')) and state = 'active'""", first, last);
        sql.run("update access.key set expires_at = now() - interval '1 second' where owner_id = ?", user.id());
        byte[] firstHash = HexFormat.of().parseHex(first);
        byte[] lastHash = HexFormat.of().parseHex(last);

        CompletableFuture<Void> ending = room.inTransaction(handle -> {
            new DueHashes(handle).ended(firstHash, Instant.now());
            CompletableFuture<Void> job = CompletableFuture.runAsync(() -> runJob("access.end-keys"));
            await().until(() ->
                    !sql.column("select pid from pg_locks where not granted").isEmpty());
            new DueHashes(handle).ended(lastHash, Instant.now());
            return job;
        });

        assertThat(ending).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void verify_knows_no_other_value() {
        value = "sk-lm-" + "0".repeat(49);
        verify().body("valid", equalTo(false)).body("reason", equalTo("unknown"));
        value = KeyForm.of(new byte[32]).reveal();
        verify().body("reason", equalTo("unknown"));
    }

    private Response change(Person by, String what) {
        return post(by, "/keys/" + what, Map.of("id", id));
    }

    private void cancel() {
        int version = as(user).get("/subscriptions/list").path("items[0].version");
        post(user, "/subscriptions/cancel", Map.of("id", subscription, "version", version))
                .then()
                .statusCode(200);
    }

    /** More than are converged at a time; and more than one person may have in these tests. */
    private List<String> twelveKeys() {
        List<String> values = new ArrayList<>(List.of(value));
        while (values.size() < 12) {
            sql.run("update access.key_quota set used = 0 where user_id = ?", user.id());
            values.add(issue(user, subscription, fresh())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("value"));
        }
        sql.run("update access.key_quota set used = 12, max = 12 where user_id = ?", user.id());
        return values;
    }

    private String quota() {
        return sql.value("select used from access.key_quota where user_id = ?", user.id());
    }

    private io.restassured.response.ValidatableResponse verify() {
        return post(admin, "/keys/verify", Map.of("value", value)).then().statusCode(200);
    }

    private void refusedSoon() {
        await().untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
    }

    private void worksSoon() {
        await().untilAsserted(() -> assertThat(chat(value)).isEqualTo(200));
    }

    private void allowance(boolean allowed) {
        sql.run("delete from spend.budget where scope_id = cast(? as uuid)", id);
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds,
                  mode, created_at, changed_at, period_start, spent, blocking, swept_at)
                values (gen_random_uuid(), 'key', cast(? as uuid), ?, 1, 'USD', 'total', 'UTC', '{100}',
                  'block', now(), now(), now(), 0, ?, now())""", id, user.id(), !allowed);
        String event = Events.announced("spend", "io.litemaas.allowance.changed.v1", id);
        Events.event(event, "io.litemaas.allowance.changed.v1")
                .header("ce-subject", id)
                .post("/access/converge-allowance")
                .then()
                .statusCode(204);
    }
}
