package io.litemaas.platform.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.MovableClock;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaCheckTest {
    private static final String VIEW = "create or replace view platform.published_schema as select ";

    private final MovableClock clock = new MovableClock();
    private final Sql sql = TestDatabase.shared().sql();
    private final String real = sql.value("select pg_get_viewdef('platform.published_schema'::regclass)");

    @AfterEach
    void theRealOneAgain() {
        sql.run("create or replace view platform.published_schema as " + real);
        sql.run("grant select on platform.published_schema to litemaas_spend");
    }

    @Test
    void needs_the_newest_migration() {
        assertThat(sql.value("select version from platform.published_schema"))
                .isEqualTo(Integer.toString(SchemaCheck.NEEDED));
        assertThat(check().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void stays_unready_with_the_reason_on_an_older_schema_until_the_migrations_have_run() {
        SchemaCheck check = check();
        sql.run(VIEW + (SchemaCheck.NEEDED - 1) + " as version");

        HealthCheckResponse old = check.call();
        sql.run(VIEW + (SchemaCheck.NEEDED + 1) + " as version");
        HealthCheckResponse newer = check.call();

        assertThat(old.getStatus()).isEqualTo(Status.DOWN);
        assertThat(old.getData().orElseThrow())
                .containsEntry(
                        "reason",
                        "The database has schema " + (SchemaCheck.NEEDED - 1) + ", and this room needs "
                                + SchemaCheck.NEEDED + ": run the migrations.");
        assertThat(newer.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_schema_that_can_not_tell_its_version_is_older() {
        sql.run("revoke select on platform.published_schema from litemaas_spend");

        assertThat(check().call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void asks_no_more_when_it_was_new_enough() {
        SchemaCheck check = check();
        check.call();
        sql.run(VIEW + "1 as version");

        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_database_that_is_away_keeps_nobody_unready() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/postgres");

        assertThat(check(nobody, Runnable::run).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void nobody_waits_for_a_database_that_says_nothing_and_it_keeps_nobody_unready() {
        Deque<Runnable> unanswered = new ArrayDeque<>();
        SchemaCheck check = check(TestDatabase.shared().as("spend"), unanswered::add);

        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        clock.goOn(SchemaCheck.PATIENCE.minusSeconds(1));
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        clock.goOn(Duration.ofSeconds(2));
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);

        assertThat(unanswered).hasSize(1);
        sql.run(VIEW + (SchemaCheck.NEEDED - 1) + " as version");
        unanswered.remove().run();
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_role_that_may_not_log_in_yet_keeps_nobody_unready() {
        sql.run("alter role litemaas_spend nologin");
        try {
            assertThat(check().call().getStatus()).isEqualTo(Status.UP);
        } finally {
            sql.run("alter role litemaas_spend login");
        }
    }

    private SchemaCheck check() {
        return check(TestDatabase.shared().as("spend"), Runnable::run);
    }

    private SchemaCheck check(DataSource database, Executor executor) {
        return new SchemaCheck(new Rooms(List.of(Room.over("spend", database))), clock, executor);
    }
}
