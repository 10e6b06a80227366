package io.litemaas.access.users;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AccessQuarkusTest
class ConvergeUserTest extends AccessTest {
    private static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";

    @Inject
    @DataSource("access")
    Room room;

    @BeforeEach
    void nobody_else_is_due() {
        sql.run("delete from access.user_sync where state <> 'synced'");
    }

    @Test
    void litellm_knows_a_person_who_has_signed_in_and_makes_no_key_for_them() {
        signIn();

        inLiteLlmUsers(200)
                .body("user_info.user_alias", equalTo("ulla Example"))
                .body("user_info.user_email", equalTo("ulla@example.org"))
                .body("user_info.user_role", equalTo("internal_user_viewer"));
        assertThat(emulator().keys()).noneMatch(key -> user.id().toString().equals(key.userId()));
        assertThat(state()).isEqualTo("synced");
    }

    @Test
    void a_person_stays_pending_while_litellm_is_away_and_is_synced_by_the_job() {
        emulator().faults().add(Fault.of(FaultKind.DOWN));
        signIn();
        assertThat(state()).isEqualTo("pending");
        emulator().faults().clear();
        sql.run("update access.user_sync set next_attempt_at = now()");
        sql.run("delete from platform.integration_health");

        runJob("access.converge-users");

        assertThat(state()).isEqualTo("synced");
        inLiteLlmUsers(200);
    }

    @Test
    void a_person_is_tried_again_within_a_minute_however_long_litellm_was_away() {
        emulator().faults().add(Fault.of(FaultKind.DOWN));
        signIn();
        sql.run("update access.user_sync set attempt = 20, next_attempt_at = now() where user_id = ?", user.id());
        sql.run("delete from platform.integration_health");

        runJob("access.converge-users");

        assertThat(waits("interval '1 minute'")).isEqualTo("t");
    }

    @Test
    void an_attempt_for_which_litellm_was_not_asked_does_not_count() {
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now() + interval '1 minute', gen_random_uuid(), 'x')
                """);
        signIn();
        sql.run("update access.user_sync set attempt = 5, next_attempt_at = now() where user_id = ?", user.id());

        runJob("access.converge-users");

        assertThat(sql.value("select attempt from access.user_sync where user_id = ?", user.id()))
                .isEqualTo("5");
        assertThat(waits("interval '10 seconds'")).isEqualTo("t");
    }

    @Test
    void who_waits_behind_one_for_whom_litellm_was_not_asked_is_left_alone_at_once() {
        for (String name : List.of("otto", "petra")) {
            sql.run("""
                    insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                    values (?, 'pending', now(), now())""", Person.user(name).id());
        }
        emulator().faults().add(Fault.throttled("60"));
        emulator().forgetRequests();

        runJob("access.converge-users");

        assertThat(emulator().requests()).hasSize(1);
        assertThat(sql.value("""
                select count(*) from access.user_sync
                where state = 'pending' and attempt = 0 and next_attempt_at > now() + interval '50 seconds'""")).isEqualTo("2");
    }

    @Test
    void is_not_tried_before_the_time_that_litellm_told() {
        emulator().faults().add(Fault.throttled("60").forNext(1));

        signIn();

        assertThat(state()).isEqualTo("pending");
        assertThat(waits("interval '1 minute'")).isEqualTo("t");
        assertThat(waits("interval '50 seconds'")).isEqualTo("f");
    }

    @Test
    void one_that_litellm_refuses_shows_as_failed_and_as_a_conflict_and_is_asked_about_seldom() {
        emulator().faults().add(Fault.of(FaultKind.REFUSED422).on("/user/update"));

        signIn();

        assertThat(state()).isEqualTo("failed");
        assertThat(waits("interval '10 minutes'")).isEqualTo("f");
        assertThat(sql.column("select object from access.conflict where kind = 'refused' and resolved_at is null"))
                .containsExactly(user.id().toString());
        emulator().faults().clear();
        sql.run("update access.user_sync set next_attempt_at = now() where user_id = ?", user.id());
        runJob("access.converge-users");
        assertThat(state()).isEqualTo("synced");
        assertThat(sql.column("select object from access.conflict where kind = 'refused' and resolved_at is null"))
                .isEmpty();
    }

    @Test
    void a_refusal_of_what_has_changed_meanwhile_delays_nothing() {
        sql.run("""
                insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                values (?, 'pending', now(), now())""", user.id());

        room.useTransaction(handle -> new UserDao(handle).failed(user.id(), "refused", Instant.now()));

        assertThat(state()).isEqualTo("pending");
        assertThat(waits("interval '1 hour'")).isEqualTo("f");
    }

    /** Whether the person is due again, though not before the next tick, within that time. */
    private String waits(String atMost) {
        return sql.value(
                "select next_attempt_at > now() and next_attempt_at <= now() + " + atMost
                        + " from access.user_sync where user_id = ?",
                user.id());
    }

    @Test
    void a_profile_that_changes_while_the_one_before_is_written_is_due_again() {
        emulator()
                .faults()
                .add(Fault.of(FaultKind.HOLD_AFTER).on("/user/update").forNext(1));
        CompletableFuture<Void> first = CompletableFuture.runAsync(this::signIn);
        await().until(() -> !emulator().faults().held().isEmpty());

        room.useTransaction(handle -> new UserDao(handle).due(user.id(), Instant.now()));
        emulator().faults().release();
        first.join();

        assertThat(state()).isEqualTo("pending");
    }

    @Test
    void a_forged_sign_in_does_nothing() {
        Events.event(fresh(), SIGNED_IN)
                .header("ce-subject", user.id().toString())
                .post("/access/converge-user")
                .then()
                .statusCode(204);

        inLiteLlmUsers(404);
    }

    private void signIn() {
        String event = Events.announced("identity", SIGNED_IN, user.id().toString());
        Events.event(event, SIGNED_IN)
                .header("ce-subject", user.id().toString())
                .post("/access/converge-user")
                .then()
                .statusCode(204);
    }

    private String state() {
        return sql.value("select state from access.user_sync where user_id = ?", user.id());
    }

    private io.restassured.response.ValidatableResponse inLiteLlmUsers(int status) {
        return given().auth()
                .oauth2(emulator().masterKey())
                .queryParam("user_id", user.id().toString())
                .get(emulator().url() + "/user/info")
                .then()
                .statusCode(status);
    }

    @Test
    void an_altered_subject_does_not_mislead() {
        String event = Events.announced("identity", SIGNED_IN, user.id().toString());

        Events.event(event, SIGNED_IN)
                .header("ce-subject", admin.id().toString())
                .post("/access/converge-user")
                .then()
                .statusCode(204);

        assertThat(state()).isEqualTo("synced");
        assertThat(sql.column("select state from access.user_sync where user_id = ?", admin.id()))
                .isEmpty();
    }
}
