package io.litemaas.access.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.litellm.LiteLlmKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.mockito.InjectSpy;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LiteLLM ends up with what our rows say, in whatever order its answers come, and whatever they promise. */
@QuarkusTest
@AccessQuarkusTest
class KeyConvergenceTest extends AccessTest {
    @InjectSpy
    LiteLlmKeys keys;

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
            assertThat(sql.column("select cause from access.convergence")).isEmpty();
            assertThat(chat(value)).isEqualTo(401);
        });
    }

    @Test
    void a_promise_that_litellm_did_not_keep_is_noticed() {
        doReturn(true).when(keys).block(any(), any());

        change("block");

        await().untilAsserted(() -> assertThat(sql.column("select cause from access.convergence"))
                .containsExactly("LiteLLM does not agree yet"));
        reset(keys);
        sql.run("update access.convergence set due_at = now()");
        runJob("access.converge-keys");
        assertThat(chat(value)).isEqualTo(401);
    }

    @Test
    void a_run_that_an_error_of_ours_breaks_off_shows_as_failed() {
        doThrow(new IllegalStateException("ours")).when(keys).list(any(int.class), any());

        post(admin, "/keys/reconcile", Map.of()).then().statusCode(500);

        assertThat(sql.value("select outcome from access.sync_run order by started_at desc, id desc limit 1"))
                .isEqualTo("failed");
    }

    private void change(String what) {
        post(user, "/keys/" + what, Map.of("id", id)).then().statusCode(200);
    }
}
