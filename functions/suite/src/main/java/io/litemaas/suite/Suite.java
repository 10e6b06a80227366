package io.litemaas.suite;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;

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
        Refusal.orElseStart(Suite::prepare);
        Quarkus.run(args);
    }

    private static void prepare() {
        Path data = Path.of(System.getProperty("litemaas.data", ".litemaas")).toAbsolutePath();
        DataFolder folder = DataFolder.at(data);
        LocalDatabase.Started database = LocalDatabase.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-postgres"));
        takeRelaySecret();
        Map<String, String> secrets = folder.secrets();
        secrets.forEach(Suite::setUnlessSet);
        database.settings().forEach(Suite::setUnlessSet);
        setUnlessSet("litemaas.spend.litellm-key", ReadingKey.ofInstallation(secrets));
        if (System.getProperty("litemaas.suite.portal") != null) {
            setUnlessSet("litemaas.identity.problem-page", "/app/sign-in");
        }
    }

    /** A broker beside the suite must have the same one; without it, nobody but the suite needs to know it. */
    private static void takeRelaySecret() {
        String given = System.getenv().getOrDefault("LITEMAAS_RELAY_SECRET", "");
        if (!given.isEmpty()) {
            setUnlessSet("litemaas.relay-secret", given);
        }
    }

    private static void setUnlessSet(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
