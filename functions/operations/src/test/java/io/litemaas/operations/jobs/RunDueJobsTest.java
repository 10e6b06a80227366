package io.litemaas.operations.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.job.JobRunner;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations"))
class RunDueJobsTest {
    private final Sql sql = TestDatabase.shared().sql();

    @BeforeEach
    void nothingIsDue() {
        sql.run("delete from operations.outbox");
        sql.run("delete from operations.idempotency");
        sql.run("update operations.job set next_due = now() + interval '1 hour', paused = false, last_run = null");
    }

    @Test
    void wakes_the_room_whose_job_is_due_and_has_work() {
        oldAnswer();
        due("operations.forget-answers");

        Events.tick().then().statusCode(204);

        assertThat(announced()).containsExactly("operations.forget-answers");
        assertThat(sql.value("select next_due > now() from operations.job where name = 'operations.forget-answers'"))
                .isEqualTo("t");
        assertThat(sql.value(
                        "select last_run is not null from operations.job where name = 'operations.forget-answers'"))
                .isEqualTo("t");
    }

    @Test
    void lets_a_room_without_work_sleep() {
        due("operations.forget-answers");

        Events.tick().then().statusCode(204);

        assertThat(announced()).isEmpty();
    }

    @Test
    void wakes_a_room_that_only_hears_events_to_forget_them() {
        sql.run("insert into alerts.inbox values (?, 'alerts/tell', now() - interval '31 days')", UUID.randomUUID());
        due("alerts.forget-events");

        Events.tick().then().statusCode(204);

        assertThat(announced()).containsExactly("alerts.forget-events");
        sql.run("delete from alerts.inbox");
    }

    @Test
    void lets_a_paused_job_rest() {
        oldAnswer();
        due("operations.forget-answers");
        sql.run("update operations.job set paused = true");

        Events.tick().then().statusCode(204);

        assertThat(announced()).isEmpty();
    }

    @Test
    void announces_once_when_ticks_come_twice_and_at_once() {
        oldAnswer();
        due("operations.forget-answers");

        IntStream.range(0, 6).parallel().forEach(i -> Events.tick().then().statusCode(204));

        assertThat(announced()).containsExactly("operations.forget-answers");
    }

    @Test
    void makes_a_lost_tick_good_with_the_next() {
        oldAnswer();
        due("operations.forget-answers");
        sql.run(
                "update operations.job set next_due = now() - interval '3 hours' where name = 'operations.forget-answers'");

        Events.tick().then().statusCode(204);

        assertThat(announced()).hasSize(1);
    }

    @Test
    void runs_a_job_of_its_own_when_woken_and_not_when_the_event_is_forged() {
        oldAnswer();
        due("operations.forget-answers");
        Events.tick();
        String id = sql.value("select id from operations.outbox where job is not null");

        wake(UUID.randomUUID().toString(), "operations.forget-answers");
        assertThat(answers()).isEqualTo("1");

        wake(id, "operations.forget-answers");
        assertThat(answers()).isEqualTo("0");
    }

    @Test
    void leaves_a_job_alone_that_another_process_holds() {
        oldAnswer();
        due("operations.forget-answers");
        Events.tick();
        sql.run("""
                insert into operations.job_lease (job, fence, lease_until)
                values ('operations.forget-answers', 7, now() + interval '1 minute')
                on conflict (job) do update set lease_until = excluded.lease_until""");

        wake(sql.value("select id from operations.outbox where job is not null"), "operations.forget-answers");

        assertThat(answers()).isEqualTo("1");
        sql.run("update operations.job_lease set lease_until = now()");
    }

    private void due(String job) {
        sql.run("update operations.job set next_due = now() where name = ?", job);
    }

    private void oldAnswer() {
        sql.run("""
                insert into operations.idempotency (user_id, operation, key_hash, body_hash, attempt, created_at)
                values (?, 'samples/create', sha256('k'), sha256('b'), 1, now() - interval '2 days')""", UUID.randomUUID());
    }

    private String answers() {
        return sql.value("select count(*) from operations.idempotency");
    }

    private List<String> announced() {
        return sql.column("select job from operations.outbox where type = ?", JobRunner.JOB_DUE);
    }

    private static void wake(String id, String job) {
        Events.event(id, JobRunner.JOB_DUE)
                .header("ce-job", job)
                .post("/operations/run-job")
                .then()
                .statusCode(204);
    }
}
