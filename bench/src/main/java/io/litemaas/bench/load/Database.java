package io.litemaas.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of a build's own, which counts its statements. What is confirmed is on disk, as in a real one. */
final class Database implements AutoCloseable {
    private static final String PASSWORD = "only-for-the-bench";

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start() throws IOException, SQLException {
        Database database = new Database(EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
        database.run("create extension pg_stat_statements");
        database.run("alter role postgres password '" + PASSWORD + "'");
        return database;
    }

    /** For {@code ./litemaas start --database-url}. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres&password=" + PASSWORD;
    }

    void run(String sql, Object... values) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Has the planner know what was generated. */
    void analyze() throws SQLException {
        run("vacuum analyze");
        run("checkpoint");
    }

    /** What the rooms have done since the server started; the relays' and ticks' are in it. */
    Work work() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select coalesce(sum(s.calls), 0), coalesce(sum(s.rows), 0)
                        from pg_stat_statements s join pg_roles r on r.oid = s.userid
                        where r.rolname like 'litemaas\\_%'""")) {
            row.next();
            return new Work(row.getLong(1), row.getLong(2));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** Statements, and the rows that they returned or changed. */
    record Work(long statements, long rows) {
        Work since(Work before) {
            return new Work(statements - before.statements, rows - before.rows);
        }
    }
}
