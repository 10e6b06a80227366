package io.litemaas.access.convergence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.access.convergence.ConvergenceDao.Due;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LiteLLM ends up with what our rows say, in whatever order its answers come, and whatever they promise. */
@QuarkusTest
@AccessQuarkusTest
class KeyConvergenceTest extends AccessTest {
    @InjectSpy
    LiteLlmKeys keys;

    @Inject
    @DataSource("access")
    Room room;

    private String value;
    private String id;

    @BeforeEach
    void a_key() {
        Response issued = issued(user);
        value = issued.path("value");
        id = issued.path("id");
    }

    @AfterEach
    void nothing_waits() {
        emulator().faults().clear();
        emulator().faults().release();
        reset(keys);
    }

    @Test
    void an_older_wish_that_arrives_late_does_not_win() {
        change("block");
        await().untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
        emulator()
                .faults()
                .add(Fault.of(FaultKind.HOLD_BEFORE).on("/key/unblock").forNext(1));
        change("unblock");
        await().until(() -> !emulator().faults().held().isEmpty());

        change("block");
        runJob("access.converge-keys");
        emulator().faults().release();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(waiting()).isEmpty();
            assertThat(chat(value)).isEqualTo(401);
        });
    }

    @Test
    void a_mark_that_commits_while_the_hash_is_given_up_leaves_no_lease() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<KeyHash> hash = List.of(new KeyHash(sha256(value)));
        sql.run("delete from access.convergence");
        room.useTransaction(handle -> new DueHashes(handle).of(hash, now));
        Due due = room.inTransaction(handle -> new ConvergenceDao(handle).claim(now, Duration.ofMinutes(1)))
                .orElseThrow();

        CompletableFuture<Void> done = room.inTransaction(handle -> {
            new DueHashes(handle).of(hash, now);
            CompletableFuture<Void> ending = CompletableFuture.runAsync(
                    () -> room.useTransaction(other -> new ConvergenceDao(other).done(due, now)));
            await().until(() ->
                    !sql.column("select pid from pg_locks where not granted").isEmpty());
            return ending;
        });
        done.get(10, TimeUnit.SECONDS);

        assertThat(sql.value("select lease_until is null and generation = 2 from access.convergence"))
                .isEqualTo("t");
    }

    @Test
    void a_promise_that_litellm_did_not_keep_is_noticed() {
        doReturn(true).when(keys).block(any(), any());

        change("block");

        await().untilAsserted(() -> assertThat(waiting()).containsExactly("LiteLLM does not agree yet"));
        reset(keys);
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
        await().untilAsserted(() -> assertThat(chat(value)).isEqualTo(401));
    }

    @Test
    void a_run_that_an_error_of_ours_breaks_off_shows_as_failed() {
        doThrow(new IllegalStateException("ours")).when(keys).list(any(int.class), any());

        // no answer that the contract knows, so not asked in its sight
        given().auth()
                .oauth2(admin.token())
                .contentType("application/json")
                .body("{}")
                .post("/keys/reconcile")
                .then()
                .statusCode(500);

        assertThat(sql.value("select outcome from access.sync_run order by started_at desc, id desc limit 1"))
                .isEqualTo("failed");
    }

    /** Why LiteLLM does not agree with the key yet; nothing where it does. */
    private List<String> waiting() {
        return sql.column("select cause from access.convergence where hash = decode(?, 'hex')", sha256(value));
    }

    private void change(String what) {
        post(user, "/keys/" + what, Map.of("id", id)).then().statusCode(200);
    }
}
