package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster's secrets lie each with the one room that needs it, and survive the writing. */
class ClusterSecretsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LITEMAAS_DATABASE_URL", "jdbc:postgresql://db/litemaas",
            "LITEMAAS_DATABASE_USER", "on",
            "LITEMAAS_DATABASE_PASSWORD", "pa\"ss\\word\t: #1\u0085",
            "LITELLM_URL", "http://litellm:4000",
            "LITELLM_MASTER_KEY", "sk-master",
            "OIDC_CLIENT_SECRET", "back\\slash");

    @TempDir
    Path folder;

    private Map<String, String> settings;
    private final Map<String, JsonNode> secrets = new HashMap<>();

    @BeforeEach
    void made() throws IOException {
        settings = ClusterSecrets.settings(DataFolder.at(folder), ENVIRONMENT);
        YAMLMapper yaml = new YAMLMapper();
        try (var documents =
                yaml.readerFor(JsonNode.class).<JsonNode>readValues(ClusterSecrets.yaml(settings, ENVIRONMENT))) {
            documents.forEachRemaining(
                    secret -> secrets.put(secret.at("/metadata/name").asText(), secret.path("stringData")));
        }
    }

    @Test
    void each_room_reads_its_own_settings_and_no_others() throws IOException {
        for (String room : RoomSettings.ROOMS) {
            Map<String, String> expected = RoomSettings.forAll(settings);
            expected.putAll(RoomSettings.of(room, settings));

            assertThat(roomProperties(room)).isEqualTo(expected);
        }
        assertThat(roomProperties("identity"))
                .containsEntry("litemaas.identity.provider.client-secret", "back\\slash")
                .containsKey("litemaas.token.signing-key")
                .doesNotContainKeys("litemaas.litellm.key", "litemaas.access.pepper.values.p1");
        assertThat(roomProperties("access"))
                .containsEntry("litemaas.litellm.key", "sk-master")
                .doesNotContainKeys("litemaas.token.signing-key", "litemaas.spend.litellm-key");
        assertThat(roomProperties("alerts"))
                .containsOnlyKeys(
                        "litemaas.alerts.database-password",
                        "litemaas.alerts.seal.current",
                        "litemaas.alerts.seal.values.s1",
                        "litemaas.token.verification-keys");
        assertThat(roomProperties("spend")).containsKey("litemaas.ledger.alert-token");
    }

    @Test
    void the_jobs_have_what_they_ask_for() {
        assertThat(secrets.get("litemaas-migrate")
                        .path("LITEMAAS_DATABASE_PASSWORD")
                        .asText())
                .isEqualTo(ENVIRONMENT.get("LITEMAAS_DATABASE_PASSWORD"));
        assertThat(secrets.get("litemaas-migrate").path("LITEMAAS_DATABASE_USER"))
                .isEqualTo(TextNode.valueOf("on"));
        assertThat(secrets.get("litemaas-litellm-keys")
                        .path("LITEMAAS_SPEND_LITELLM_KEY")
                        .asText())
                .isEqualTo(settings.get("litemaas.spend.litellm-key"));
        assertThat(secrets.get("litemaas-litellm-keys").path("LITELLM_URL").asText())
                .isEqualTo("http://litellm:4000");
    }

    @Test
    void each_room_can_log_in_with_its_password() {
        assertThat(ClusterSecrets.logins(settings).lines())
                .hasSize(RoomSettings.ROOMS.size())
                .contains("alter role litemaas_spend login password '"
                        + settings.get("litemaas.spend.database-password") + "';");
    }

    @Test
    void done_again_it_makes_the_same() {
        assertThat(ClusterSecrets.settings(DataFolder.at(folder), ENVIRONMENT)).isEqualTo(settings);
    }

    private Map<String, String> roomProperties(String room) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(
                secrets.get("litemaas-" + room).path("room.properties").asText()));
        Map<String, String> read = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }
}
