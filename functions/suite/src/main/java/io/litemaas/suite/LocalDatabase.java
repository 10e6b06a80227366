package io.litemaas.suite;

import io.litemaas.schema.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The suite's PostgreSQL, migrated, with a login for each room's role. A password is made at each start, since nobody
 * else needs it.
 */
final class LocalDatabase {
    private final DataFolder folder;
    private final String roles;
    private final DataSource owner;
    private final Map<String, String> settings = new HashMap<>();

    private LocalDatabase(DataFolder folder, String roles, DataSource owner) {
        this.folder = folder;
        this.roles = roles;
        this.owner = owner;
    }

    /** What has been started, to be stopped. */
    record Started(Map<String, String> settings, Runnable stopping) {

        void stop() {
            stopping.run();
        }
    }

    /**
     * Starts the embedded PostgreSQL in the data folder, or uses the one that is given.
     *
     * @param ownerUrl a JDBC URL with its credentials, or null
     * @param roles what the names of the rooms' roles start with
     */
    static Started start(DataFolder folder, String ownerUrl, String roles) {
        if (ownerUrl != null) {
            OwnerUrl url = new OwnerUrl(ownerUrl);
            LocalDatabase database = new LocalDatabase(folder, roles, url.owner());
            DatabaseClaim claim = database.prepare(url.forRooms());
            return new Started(database.settings, () -> close(claim));
        }
        EmbeddedPostgres postgres = startEmbedded(folder);
        LocalDatabase database = new LocalDatabase(folder, roles, postgres.getPostgresDatabase());
        DatabaseClaim claim = database.prepare("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        return new Started(database.settings, () -> {
            try {
                close(claim);
            } finally {
                close(postgres);
            }
        });
    }

    /** The same as the property or the environment have it; null for the embedded PostgreSQL. */
    static Started start(DataFolder folder) {
        return start(
                folder,
                given("litemaas.database.owner-url", "LITEMAAS_DATABASE_OWNER_URL", null),
                given("litemaas.database.role-prefix", "LITEMAAS_DATABASE_ROLE_PREFIX", "litemaas_"));
    }

    private static String given(String property, String variable, String otherwise) {
        String hidden = System.getenv().getOrDefault(variable, "");
        return System.getProperty(property, hidden.isEmpty() ? otherwise : hidden);
    }

    private static EmbeddedPostgres startEmbedded(DataFolder folder) {
        try {
            return EmbeddedDatabase.start(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL can't be started in " + folder.postgres(), e);
        } catch (IllegalStateException e) {
            // what the library says to a folder that another has locked, and to an initdb that fails
            throw new Refusal("another suite runs on the data folder " + folder + ", or no database can be made in it ("
                    + e.getMessage() + ").");
        }
    }

    private DatabaseClaim prepare(String url) {
        settings.put("litemaas.database.url", url);
        settings.put("litemaas.database.role-prefix", roles);
        DatabaseClaim claim = DatabaseClaim.take(owner, roles, folder);
        try {
            new Migrations(owner, roles).apply();
            claim.letIn(passwords());
            return claim;
        } catch (RuntimeException e) {
            close(claim);
            throw e;
        }
    }

    /** New ones, by room. */
    private Map<String, String> passwords() {
        Map<String, String> passwords = new HashMap<>();
        for (String room : RoomSettings.ROOMS) {
            String password = folder.token();
            passwords.put(room, password);
            settings.put("litemaas." + room + ".database-password", password);
        }
        return passwords;
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database can't be left", e);
        }
    }
}
