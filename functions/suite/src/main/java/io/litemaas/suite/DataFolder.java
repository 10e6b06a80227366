package io.litemaas.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

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

    /** The settings that hold secrets, made at the first start and the same ever after. */
    Map<String, String> secrets() {
        Path file = path.resolve(SECRETS);
        Properties kept = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            } else {
                Map<String, String> made = InstallationSecrets.generate(this::token);
                kept.putAll(made);
                keep(Path.of(SECRETS), made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets in " + file + " can't be read or made", e);
        }
        Map<String, String> settings = new HashMap<>();
        kept.stringPropertyNames().forEach(name -> settings.put(name, kept.getProperty(name)));
        settings.put("litemaas.relay-secret", token());
        return settings;
    }

    /** 256 random bits in hexadecimal. */
    String token() {
        byte[] bytes = new byte[32];
        randomness.nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** Keeps settings in a file of this folder that nobody else on the machine can read; whole, or not at all. */
    void keep(Path name, Map<String, String> settings) throws IOException {
        Path file = path.resolve(name);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(draft, StandardOpenOption.WRITE)) {
            properties.store(writer, "Whoever has these and the database has everything that they open.");
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
