package io.litemaas.bench;

import io.litemaas.testing.SigningKeys;
import io.litemaas.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A room: what it must be told, and what a person asks it first, each of which reads the database. */
@SuppressWarnings("ImmutableEnumChecker") // lists and maps of texts, which nobody changes
enum Subject {
    IDENTITY(
            List.of("/auth/me", "/users/list"),
            Map.of(
                    "litemaas.token.signing-key", SigningKeys.privateKey(),
                    "litemaas.identity.public-url", "https://litemaas.example.com",
                    "litemaas.identity.provider.kind", "oidc",
                    "litemaas.identity.provider.url", "https://sso.example.com",
                    "litemaas.identity.provider.client-id", "litemaas",
                    "litemaas.identity.provider.client-secret", "secret",
                    "litemaas.identity.provider.state-secret", "0123456789abcdef".repeat(4))),
    ACCESS(
            List.of("/models/list", "/subscriptions/list", "/keys/list"),
            Map.of(
                    "litemaas.access.pepper.current",
                    "p1",
                    "litemaas.access.pepper.values.p1",
                    "0123456789abcdef".repeat(4))),
    SPEND(List.of("/usage", "/usage?by=model", "/budgets/list"), Map.of()),
    ALERTS(
            List.of("/inbox/list"),
            Map.of(
                    "litemaas.alerts.seal.current",
                    "s1",
                    "litemaas.alerts.seal.values.s1",
                    "0123456789abcdef".repeat(4))),
    OPERATIONS(List.of("/health/integration"), Map.of());

    private final List<String> questions;
    private final Map<String, String> own;

    Subject(List<String> questions, Map<String, String> own) {
        this.questions = questions;
        this.own = own;
    }

    static Subject named(String room) {
        return valueOf(room.toUpperCase(java.util.Locale.ROOT));
    }

    String room() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    List<String> questions() {
        return questions;
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(own);
        settings.put("litemaas.database.url", TestDatabase.shared().url());
        settings.put("litemaas." + room() + ".database-password", TestDatabase.PASSWORD);
        settings.put("litemaas.token.verification-keys", SigningKeys.publicKeys());
        settings.put("litemaas.litellm.url", "http://127.0.0.1:9");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.management.host", "127.0.0.1");
        return settings;
    }
}
