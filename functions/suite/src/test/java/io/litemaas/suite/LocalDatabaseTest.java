package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void keeps_what_it_confirmed_though_the_machine_dies() throws SQLException {
        LocalDatabase database = LocalDatabase.start(DataFolder.at(folder), null);
        try (Connection connection = DriverManager.getConnection(
                        database.settings().get("litemaas.database.url"),
                        "litemaas_spend",
                        database.settings().get("litemaas.spend.database-password"));
                Statement statement = connection.createStatement()) {

            assertThat(show(statement, "fsync")).isEqualTo("on");
            assertThat(show(statement, "synchronous_commit")).isEqualTo("on");
            assertThat(show(statement, "full_page_writes")).isEqualTo("on");
        } finally {
            database.stop();
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
