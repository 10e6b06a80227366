package io.litemaas.suite;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/**
 * Starts the suite: the database and its schema first, then the rooms.
 *
 * <p>It reads the system properties {@code litemaas.data} (the folder that outlives a start) and
 * {@code litemaas.database.owner-url}, a JDBC URL with an owner's credentials, to use instead of the embedded
 * PostgreSQL; the environment variable {@code LITEMAAS_DATABASE_OWNER_URL} holds it where others must not see it.
 */
@QuarkusMain
public final class Suite {
    private Suite() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) {
        Path data = Path.of(System.getProperty("litemaas.data", ".litemaas")).toAbsolutePath();
        DataFolder folder = DataFolder.at(data);
        LocalDatabase database = LocalDatabase.start(folder, ownerUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgres"));
        folder.secrets().forEach(Suite::setUnlessSet);
        database.settings().forEach(Suite::setUnlessSet);
        if (System.getProperty("litemaas.suite.portal") != null) {
            setUnlessSet("litemaas.identity.problem-page", "/app/sign-in");
        }
        setUnlessSet("litemaas.spend.litellm-key", ReadingKey.ofInstallation());
        Quarkus.run(args);
    }

    /** Null for the embedded PostgreSQL. */
    private static String ownerUrl() {
        String given = System.getProperty("litemaas.database.owner-url");
        String hidden = System.getenv().getOrDefault("LITEMAAS_DATABASE_OWNER_URL", "");
        return given != null || hidden.isEmpty() ? given : hidden;
    }

    private static void setUnlessSet(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
