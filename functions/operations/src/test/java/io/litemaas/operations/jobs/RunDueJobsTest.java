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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void announces_no_job_again_whose_room_was_not_reached_yet() {
        oldAnswer();
        sql.run("""
                insert into operations.outbox (id, type, subject, job, data, created_at, next_attempt_at)
                values (?, ?, 'operations.forget-answers', 'operations.forget-answers', '{"madeBy": "test"}', now(),
                  now() + interval '1 minute')""", UUID.randomUUID(), JobRunner.JOB_DUE);
        due("operations.forget-answers");

        Events.tick().then().statusCode(204);

        assertThat(announced()).hasSize(1);
        assertThat(secondsUntil("operations.forget-answers")).isPositive();
        sql.run("update operations.outbox set posted_at = now()");
        due("operations.forget-answers");
        Events.tick().then().statusCode(204);
        assertThat(announced()).hasSize(2);
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
    void a_job_stays_on_its_own_grid_so_that_a_tick_that_comes_early_leaves_none_out() {
        try {
            String soon = eachMinute("operations.forget-answers", "30 seconds");
            String late = eachMinute("operations.forget-events", "210 seconds");

            Events.tick().then().statusCode(204);

            assertThat(movedOn("operations.forget-answers", soon)).isEqualTo("00:01:00");
            assertThat(movedOn("operations.forget-events", late)).isEqualTo("00:04:00");
        } finally {
            sql.run("update operations.job set every = interval '1 hour' where name = 'operations.forget-answers'");
            sql.run("update operations.job set every = interval '1 day' where name = 'operations.forget-events'");
        }
    }

    @Test
    void each_minute_has_its_run_though_ticks_come_early_or_late_or_twice() {
        oldAnswer();
        sql.run("""
                update operations.job set every = interval '1 minute', next_due = now() + interval '30 seconds'
                where name = 'operations.forget-answers'""");
        double now = 0;

        for (double tick : new double[] {59.2, 60.9, 119.5, 179.1, 240.8, 241.2, 300}) {
            // the time goes on from one tick to the next
            sql.run(
                    "update operations.job set next_due = next_due - make_interval(secs => ?) where name = 'operations.forget-answers'",
                    tick - now);
            now = tick;
            Events.tick().then().statusCode(204);
            sql.run("update operations.outbox set posted_at = now()");
        }

        assertThat(announced()).as("five minutes").hasSize(5);
        sql.run("update operations.job set every = interval '1 hour' where name = 'operations.forget-answers'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / (0 * extract(epoch from now())) = 1 as due",
                "pg_sleep(5) is null as due",
                "true as due where false"
            })
    void a_room_that_can_not_say_whether_it_has_work_stops_no_other(String answer) {
        String view = "create or replace view alerts.published_due_forget_answers as ";
        String before = sql.value("select pg_get_viewdef('alerts.published_due_forget_answers'::regclass)");
        sql.run(view + "select " + answer);
        oldAnswer();
        due("alerts.forget-answers");
        due("operations.forget-answers");
        try {
            Events.tick().then().statusCode(204);
        } finally {
            sql.run(view + before);
        }

        assertThat(announced()).containsExactly("operations.forget-answers");
        assertThat(secondsUntil("alerts.forget-answers")).isPositive();
    }

    @Test
    void each_job_has_the_view_that_says_whether_it_is_due() {
        assertThat(sql.column("""
                select name from operations.job j where not exists (
                  select from pg_views v where v.schemaname = j.room
                    and v.viewname = 'published_due_' || replace(split_part(j.name, '.', 2), '-', '_'))
                """)).isEmpty();
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

    private String eachMinute(String job, String ago) {
        sql.run(
                "update operations.job set every = interval '1 minute', next_due = now() - cast(? as interval) where name = ?",
                ago,
                job);
        return sql.value("select next_due from operations.job where name = ?", job);
    }

    private String movedOn(String job, String before) {
        return sql.value("select next_due - cast(? as timestamptz) from operations.job where name = ?", before, job);
    }

    private int secondsUntil(String job) {
        return Integer.parseInt(sql.value(
                "select round(extract(epoch from next_due - now())) from operations.job where name = ?", job));
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
