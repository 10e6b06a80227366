package io.litemaas.suite;

import io.litemaas.schema.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The suite's PostgreSQL, migrated, with a login for each room's role. A password is made at each start, since nobody
 * else needs it.
 */
final class LocalDatabase {
    private static final List<String> ROOMS = List.of("identity", "access", "spend", "alerts", "operations");
    private static final String ROLES = "litemaas_";
    /** After a crash it reads its log again before it answers. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final Runnable stop;
    private final Map<String, String> settings;

    private LocalDatabase(Runnable stop, Map<String, String> settings) {
        this.stop = stop;
        this.settings = settings;
    }

    /**
     * Starts the embedded PostgreSQL in the data folder, or uses the one that is given. The embedded one is made for
     * tests, and forgets what it confirmed last when it dies unless it is told to keep it: a push is not repeated.
     *
     * @param ownerUrl a JDBC URL with its credentials, or null
     */
    static LocalDatabase start(DataFolder folder, String ownerUrl) {
        if (ownerUrl != null) {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(ownerUrl);
            String url = "jdbc:postgresql://" + owner.getServerNames()[0] + ":" + owner.getPortNumbers()[0] + "/"
                    + owner.getDatabaseName();
            return new LocalDatabase(() -> {}, prepare(folder, owner, url));
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.postgres())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setPGStartupWait(RECOVERY)
                    .start();
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            return new LocalDatabase(() -> close(postgres), prepare(folder, postgres.getPostgresDatabase(), url));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL can't be started in " + folder.postgres(), e);
        }
    }

    /** What the rooms need to log in. */
    Map<String, String> settings() {
        return settings;
    }

    void stop() {
        stop.run();
    }

    private static Map<String, String> prepare(DataFolder folder, DataSource owner, String url) {
        new Migrations(owner, ROLES).apply();
        Map<String, String> settings = new HashMap<>();
        settings.put("litemaas.database.url", url);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String room : ROOMS) {
                String password = folder.token();
                statement.execute("alter role " + ROLES + room + " login password '" + password + "'");
                settings.put("litemaas." + room + ".database-password", password);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rooms' roles can't be given a login", e);
        }
        return settings;
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
