package io.litemaas.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code litemaas cluster-secrets}: writes what a cluster must be told in secret, each room's apart, and the statements that
 * let the rooms log in. The data folder is the only argument; run again, it writes the same.
 */
public final class ClusterSecrets {
    private static final Map<String, String> ASKED = Map.of(
            "LITEMAAS_DATABASE_URL", "the JDBC URL of the database, as the cluster reaches it",
            "LITEMAAS_DATABASE_USER", "an owner who may create schemas and roles",
            "LITEMAAS_DATABASE_PASSWORD", "the owner's password",
            "LITELLM_URL", "LiteLLM's address, as the cluster reaches it",
            "LITELLM_MASTER_KEY", "LiteLLM's master key",
            "OIDC_CLIENT_SECRET", "the secret of the client at the provider of sign-in");

    private ClusterSecrets() {}

    /** Writes {@code secrets.yaml} and {@code logins.sql}, or says what it was not told. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        Map<String, String> missing = new TreeMap<>(ASKED);
        missing.keySet().removeAll(System.getenv().keySet());
        if (args.length != 1 || !missing.isEmpty()) {
            System.err.println("Set these in the environment:");
            missing.forEach((name, meaning) -> System.err.println("  " + name + "  " + meaning));
            System.exit(2);
            return;
        }
        DataFolder folder = DataFolder.at(Path.of(args[0]));
        Map<String, String> settings = settings(folder, System.getenv());
        try {
            folder.write(Path.of("secrets.yaml"), yaml(settings, System.getenv()));
            folder.write(Path.of("logins.sql"), logins(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets can't be written to " + args[0], e);
        }
        System.out.println("Wrote secrets.yaml and logins.sql to " + args[0] + "; keep its secrets.properties.");
    }

    /** All secrets of the installation by the setting that holds them. */
    static Map<String, String> settings(DataFolder folder, Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>(folder.secrets());
        settings.remove("litemaas.relay-secret");
        settings.putAll(folder.databasePasswords());
        settings.put("litemaas.litellm.key", environment.get("LITELLM_MASTER_KEY"));
        settings.put("litemaas.identity.provider.client-secret", environment.get("OIDC_CLIENT_SECRET"));
        settings.put("litemaas.spend.litellm-key", ReadingKey.ofInstallation(settings));
        return settings;
    }

    static String yaml(Map<String, String> settings, Map<String, String> environment) {
        Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
        for (String room : RoomSettings.ROOMS) {
            Map<String, String> own = RoomSettings.forAll(settings);
            own.putAll(RoomSettings.of(room, settings));
            secrets.put("litemaas-" + room, Map.of("room.properties", properties(own)));
        }
        secrets.put("litemaas-migrate", select(environment, "LITEMAAS_DATABASE_"));
        Map<String, String> keys = select(environment, "LITELLM_");
        keys.put("LITEMAAS_SPEND_LITELLM_KEY", settings.get("litemaas.spend.litellm-key"));
        secrets.put("litemaas-litellm-keys", keys);
        return YamlDocuments.write(secrets.entrySet().stream()
                .map(secret -> secret(secret.getKey(), secret.getValue()))
                .toList());
    }

    static String logins(Map<String, String> settings) {
        return RoomSettings.ROOMS.stream()
                .map(room -> "alter role litemaas_" + room + " login password '"
                        + settings.get("litemaas." + room + ".database-password") + "';\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> select(Map<String, String> environment, String prefix) {
        Map<String, String> selected = new TreeMap<>();
        ASKED.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> selected.put(name, environment.get(name)));
        return selected;
    }

    /** A value may hold a backslash, which means something in a file of properties. */
    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> secret(String name, Map<String, String> data) {
        Map<String, Object> secret = new LinkedHashMap<>();
        secret.put("apiVersion", "v1");
        secret.put("kind", "Secret");
        secret.put(
                "metadata",
                new TreeMap<>(Map.of("name", name, "labels", Map.of("app.kubernetes.io/part-of", "litemaas"))));
        secret.put("stringData", new TreeMap<>(data));
        return secret;
    }
}
