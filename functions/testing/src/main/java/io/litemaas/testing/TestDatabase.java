package io.litemaas.testing;

import io.litemaas.schema.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for a JVM of tests, migrated, with the rooms' roles able to log in as an operator would allow. */
public final class TestDatabase {
    /** All rooms. */
    public static final List<String> ROOMS = List.of("identity", "access", "spend", "alerts", "operations");

    /** The password of each room's role. */
    public static final String PASSWORD = "only-for-tests";

    private static final Object STARTING = new Object();
    private static TestDatabase shared;

    private final EmbeddedPostgres postgres;

    private TestDatabase() {
        try {
            this.postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Migrations(owner(), "litemaas_").apply();
        Sql sql = new Sql(owner());
        ROOMS.forEach(room -> sql.run("alter role litemaas_" + room + " login password '" + PASSWORD + "'"));
    }

    /** The database that the tests of this JVM share. */
    public static TestDatabase shared() {
        synchronized (STARTING) {
            if (shared == null) {
                shared = new TestDatabase();
            }
            return shared;
        }
    }

    /** The same, where a test of this JVM has needed it. */
    static Optional<TestDatabase> started() {
        synchronized (STARTING) {
            return Optional.ofNullable(shared);
        }
    }

    /** As the operator sees it. */
    public DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    /** Plain SQL as the operator, for arranging and for looking. */
    public Sql sql() {
        return new Sql(owner());
    }

    /** As a room sees it. */
    public DataSource as(String room) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(url());
        login.setUser("litemaas_" + room);
        login.setPassword(PASSWORD);
        return login;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }
}
