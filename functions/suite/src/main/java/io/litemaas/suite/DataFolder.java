package io.litemaas.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What outlives a start of the suite on this machine: the database and the secrets that its rows depend on. */
final class DataFolder {
    private static final String SECRETS = "secrets.properties";

    private final Path path;
    private final SecureRandom randomness = new SecureRandom();

    private DataFolder(Path path) {
        this.path = path;
    }

    static DataFolder at(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " can't be made", e);
        }
        return new DataFolder(path);
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** What the embedded PostgreSQL's superuser logs in with; made once. */
    String postgresPassword() {
        return keptOrMade("postgres.properties", () -> Map.of("password", token()))
                .get("password");
    }

    /** Tells this folder from others wherever it lies; no secret, and made once. */
    String installation() {
        return keptOrMade("installation.properties", () -> Map.of("id", token()))
                .get("id");
    }

    @Override
    public String toString() {
        return path.toAbsolutePath().toString();
    }

    /** The settings that hold secrets, made at the first start and the same ever after. */
    Map<String, String> secrets() {
        Map<String, String> settings = allSecrets();
        settings.remove(TokenKeys.NEXT);
        settings.put("litemaas.relay-secret", token());
        return settings;
    }

    /** Has access tokens be signed with the next key, from the next start on. */
    void rotateSigningKey() {
        Map<String, String> secrets = allSecrets();
        secrets.putAll(TokenKeys.rotated(secrets));
        keepSecrets(secrets);
    }

    /** A folder of an earlier version lacks what came later. */
    private Map<String, String> allSecrets() {
        Map<String, String> kept = keptOrMade(SECRETS, () -> InstallationSecrets.completed(Map.of(), this::token));
        Map<String, String> completed = InstallationSecrets.completed(kept, this::token);
        if (!completed.equals(kept)) {
            keepSecrets(completed);
        }
        return completed;
    }

    private void keepSecrets(Map<String, String> secrets) {
        try {
            keep(Path.of(SECRETS), secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets in " + path + " can't be written", e);
        }
    }

    /** The passwords of the rooms' roles in a cluster's database, by the setting that holds them; made once. */
    Map<String, String> databasePasswords() {
        return keptOrMade(
                "database.properties",
                () -> RoomSettings.ROOMS.stream()
                        .collect(Collectors.toMap(room -> "litemaas." + room + ".database-password", room -> token())));
    }

    /** 256 random bits in hexadecimal. */
    String token() {
        byte[] bytes = new byte[32];
        randomness.nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private Map<String, String> keptOrMade(String name, Supplier<Map<String, String>> maker) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                keep(Path.of(name), maker.get());
            }
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            Map<String, String> settings = new HashMap<>();
            kept.stringPropertyNames().forEach(key -> settings.put(key, kept.getProperty(key)));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets in " + file + " can't be read or made", e);
        }
    }

    /** Keeps settings in a file of this folder. */
    void keep(Path name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, "Whoever has these and the database has everything that they open.");
        write(name, text.toString());
    }

    /** Writes a file that nobody else on the machine can read; whole, or not at all. */
    Path write(Path name, String text) throws IOException {
        Path file = path.resolve(name);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
