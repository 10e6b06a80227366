package io.litemaas.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Migrations run beside rooms at work, may be cut off at any point, and may find what a later release has left. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MigrationsTest {
    private static EmbeddedPostgres postgres;
    private static int databases;

    private DataSource owner;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = "migrated_" + ++databases;
        run(postgres.getPostgresDatabase(), "create database " + name);
        owner = postgres.getDatabase("postgres", name);
    }

    /** Whoever waits for a table stops all who come after. */
    @Test
    void gives_up_soon_where_a_room_holds_a_table_and_can_be_tried_again() throws Exception {
        migratedTo("19");
        try (Connection room = owner.getConnection();
                Statement work = room.createStatement()) {
            room.setAutoCommit(false);
            work.execute("lock table platform.integration_health in access share mode");

            assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("lock timeout");
        }

        assertThat(migrations().apply()).isPositive();
    }

    /** What is built beside the work waits for the work that goes on, and is half there when it gives up. */
    @Test
    void runs_again_what_was_cut_off_in_a_statement_that_commits_by_itself() throws Exception {
        migratedTo("17");
        try (Connection room = owner.getConnection();
                Statement work = room.createStatement()) {
            room.setAutoCommit(false);
            work.execute("lock table alerts.message in row exclusive mode");

            assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("lock timeout");
        }
        assertThat(value("select version from flyway.flyway_schema_history where not success"))
                .isEqualTo("018");
        assertThat(value("select indexrelid::regclass::text from pg_index where not indisvalid"))
                .isEqualTo("alerts.message_cause");

        assertThat(migrations().apply()).isPositive();

        assertThat(value("select count(*) from pg_index where not indisvalid")).isEqualTo("0");
        assertThat(value("select count(*) from flyway.flyway_schema_history where not success"))
                .isEqualTo("0");
    }

    /** That is what the migration of the release before finds when one goes back. */
    @Test
    void leaves_alone_what_a_later_release_has_applied() throws Exception {
        migrations().apply();
        run(owner, """
                insert into flyway.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (998, '999', 'of a later release', 'SQL', 'V999__of_a_later_release.sql', 7, 'postgres', 1, true),
                       (999, null, 'also of a later release', 'SQL', 'R__also_of_a_later_release.sql', 7, 'postgres', 1, true)
                """);

        assertThat(migrations().apply()).isZero();

        assertThat(value("select count(*) from flyway.flyway_schema_history where installed_rank > 900"))
                .isEqualTo("2");
    }

    private Migrations migrations() {
        return new Migrations(owner, "litemaas_");
    }

    /** A database of an earlier release. */
    private void migratedTo(String version) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:io/litemaas/schema/db")
                .defaultSchema("flyway")
                .placeholders(Map.of("roles", "litemaas_"))
                // the repeatable ones are of this release
                .repeatableSqlMigrationPrefix("none")
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .target(version)
                .load()
                .migrate();
    }

    private String value(String query) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            String value = rows.getString(1);
            assertThat(rows.next()).isFalse();
            return value;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
