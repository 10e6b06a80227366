package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.testing.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL keeps what it confirmed, and keeps people out. */
class LocalDatabaseTest {
    /** A socket's path would be too long there. */
    private static final String LONG = "a-folder-whose-name-is-as-long-as-people-may-like-it".repeat(3);

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static LocalDatabase.Started database;

    @BeforeAll
    static void start() {
        data = DataFolder.at(folder.resolve(LONG));
        database = LocalDatabase.start(data, null, "litemaas_");
    }

    @AfterAll
    static void stop() {
        database.stop();
    }

    @Test
    void keeps_what_it_confirmed_though_the_machine_dies() throws SQLException {
        try (Connection connection = as("litemaas_spend", database.settings().get("litemaas.spend.database-password"));
                Statement statement = connection.createStatement()) {

            assertThat(show(statement, "fsync")).isEqualTo("on");
            assertThat(show(statement, "synchronous_commit")).isEqualTo("on");
            assertThat(show(statement, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void lets_nobody_in_who_does_not_know_the_password() throws SQLException {
        assertThat(as("postgres", data.postgresPassword()).isValid(1)).isTrue();
        for (String wrong : List.of("", "postgres", "only-a-guess")) {
            assertThatThrownBy(() -> as("postgres", wrong)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> as("litemaas_access", wrong)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void has_no_socket_but_the_loopbacks() throws SQLException {
        try (Connection connection = as("postgres", data.postgresPassword());
                Statement statement = connection.createStatement()) {

            assertThat(show(statement, "unix_socket_directories")).isEmpty();
            assertThat(show(statement, "listen_addresses")).isEqualTo("localhost");
        }
    }

    @Test
    void keeps_its_password_in_a_file_that_nobody_else_reads() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve(LONG).resolve("postgres.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder.resolve(LONG))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("postgres.password");
        }
    }

    @Test
    void another_suite_on_the_same_data_folder_is_refused() {
        assertThatThrownBy(() -> LocalDatabase.start(data, null, "litemaas_"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another suite runs on the data folder " + data);
    }

    /** What {@code -A trust} made is what all versions before left. */
    @Test
    void closes_the_folder_of_an_earlier_version_and_goes_on_with_its_data(@TempDir Path earlier) throws Exception {
        DataFolder opened = DataFolder.at(earlier);
        try (EmbeddedPostgres open = EmbeddedPostgres.builder()
                .setDataDirectory(opened.postgres())
                .setCleanDataDirectory(false)
                .start()) {
            new Sql(open.getPostgresDatabase()).run("create table public.kept as select 42 as answer");
        }

        try (EmbeddedPostgres closed = EmbeddedDatabase.start(opened)) {
            String url = "jdbc:postgresql://127.0.0.1:" + closed.getPort() + "/postgres";

            assertThat(new Sql(closed.getPostgresDatabase()).run("insert into public.kept values (43)"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThat(DriverManager.getConnection(url, "postgres", opened.postgresPassword())
                            .isValid(1))
                    .isTrue();
        }
    }

    @Test
    void says_what_to_do_with_the_database_of_another_major_version(@TempDir Path older) throws IOException {
        DataFolder made = DataFolder.at(older);
        Files.createDirectories(made.postgres());
        Files.writeString(made.postgres().resolve("PG_VERSION"), "14\n");

        assertThatThrownBy(() -> LocalDatabase.start(made, null, "litemaas_"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was made by PostgreSQL 14, and this LiteMaaS brings 18")
                .hasMessageContaining("pg_dump -Fc")
                .hasMessageContaining("mv " + made.postgres() + " " + made.postgres() + "-14");
        assertThat(made.postgres().resolve("postgresql.conf")).doesNotExist();
    }

    private static Connection as(String user, String password) throws SQLException {
        return DriverManager.getConnection(database.settings().get("litemaas.database.url"), user, password);
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
