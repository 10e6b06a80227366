package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.testing.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A suite makes new passwords for the rooms' roles, so it takes no database from another. */
class DatabaseClaimTest {
    @TempDir
    private static Path folder;

    private static LocalDatabase.Started server;
    private static Sql sql;
    private static String first;
    private static String second;

    /** A server with the database of a suite that runs, and one that is empty. */
    @BeforeAll
    static void start() {
        DataFolder data = DataFolder.at(folder.resolve("first"));
        server = LocalDatabase.start(data, null, "litemaas_");
        first = server.settings().get("litemaas.database.url") + "?user=postgres&password=" + data.postgresPassword();
        second = first.replace("/postgres?", "/second?");
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(first);
        sql = new Sql(owner);
        sql.run("create database second");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void another_process_on_its_database_is_refused_and_its_rooms_keep_their_passwords() throws SQLException {
        assertRefused("first", first, "litemaas_", "another LiteMaaS runs on this database");
        try (Connection room = DriverManager.getConnection(
                server.settings().get("litemaas.database.url"),
                "litemaas_access",
                server.settings().get("litemaas.access.database-password"))) {
            assertThat(room.isValid(1)).isTrue();
        }
    }

    @Test
    void another_database_of_the_server_needs_roles_of_its_own() {
        assertRefused("second", second, "litemaas_", "belong to the LiteMaaS in its database postgres");
    }

    @Test
    void with_roles_of_its_own_it_has_another_database_of_the_server() throws SQLException {
        LocalDatabase.Started other = start("third", second, "other_");

        assertThat(other.settings()).containsEntry("litemaas.database.role-prefix", "other_");
        try (Connection room = DriverManager.getConnection(
                other.settings().get("litemaas.database.url"),
                "other_spend",
                other.settings().get("litemaas.spend.database-password"))) {
            assertThat(room.isValid(1)).isTrue();
            other.stop();
            assertRefused("third", second, "other_", "rooms of another LiteMaaS are connected");
        }
        assertRefused(
                "fourth", second, "other_", "belongs to the LiteMaaS with the data folder " + folder.resolve("third"));
        dieInTheMidst(start("third", second, "other_"));
        start("third", second, "other_").stop();
    }

    @Test
    void of_two_that_start_at_once_on_two_databases_with_the_same_roles_one_is_refused() throws SQLException {
        RoomSettings.ROOMS.forEach(room -> sql.run("create role race_" + room + " nologin"));
        List<String> urls = Stream.of("left", "right")
                .map(name -> {
                    sql.run("create database \"" + name + "\"");
                    return first.replace("/postgres?", "/" + name + "?");
                })
                .toList();
        try (DatabaseClaim left = claim("left", urls.get(0));
                DatabaseClaim right = claim("right", urls.get(1))) {

            List<Boolean> in = Stream.of(left, right)
                    .parallel()
                    .map(claim -> isLetIn(claim, claim == left ? "left's" : "right's"))
                    .toList();

            assertThat(in).containsExactlyInAnyOrder(true, false);
            assertThat(logsIn(new OwnerUrl(urls.get(0)).forRooms(), in.get(0) ? "left's" : "right's"))
                    .isTrue();
        }
    }

    private static DatabaseClaim claim(String data, String url) {
        return DatabaseClaim.take(new OwnerUrl(url).owner(), "race_", DataFolder.at(folder.resolve(data)));
    }

    private static boolean isLetIn(DatabaseClaim claim, String password) {
        try {
            claim.letIn(RoomSettings.ROOMS.stream().collect(Collectors.toMap(room -> room, room -> password)));
            return true;
        } catch (Refusal e) {
            assertThat(e).hasMessageContaining("belong to the LiteMaaS in its database");
            return false;
        }
    }

    private static boolean logsIn(String url, String password) throws SQLException {
        try (Connection room = DriverManager.getConnection(url, "race_spend", password)) {
            return room.isValid(1);
        }
    }

    /** What PostgreSQL sees of a process that was killed: its connections end. */
    private static void dieInTheMidst(LocalDatabase.Started running) {
        assertThat(running.settings()).isNotEmpty();
        assertThat(sql.column("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'second'"))
                .isNotEmpty();
    }

    private static LocalDatabase.Started start(String data, String url, String roles) {
        return LocalDatabase.start(DataFolder.at(folder.resolve(data)), url, roles);
    }

    private static void assertRefused(String data, String url, String roles, String sentence) {
        assertThatThrownBy(() -> start(data, url, roles))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }
}
