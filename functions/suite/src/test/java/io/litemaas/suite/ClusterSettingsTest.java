package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster's rooms are told: all that they must be, anew when it changes, and where the broker is. */
class ClusterSettingsTest {
    private static final Path KNATIVE = Path.of("../../knative");

    private final Manifests kubernetes = Manifests.read(KNATIVE.resolve("install/kubernetes.yaml"));

    @Test
    void each_room_is_told_all_that_it_must_be(@TempDir Path folder) throws IOException {
        Map<String, String> environment = Map.of("LITELLM_MASTER_KEY", "sk-x", "OIDC_CLIENT_SECRET", "secret");
        Map<String, String> secrets = ClusterSecrets.settings(DataFolder.at(folder), environment);
        for (Path shared : List.of(
                KNATIVE.resolve("base/litemaas.properties"),
                KNATIVE.resolve("overlays/openshift/litemaas.properties"))) {
            for (String room : RoomSettings.ROOMS) {
                Map<String, String> told = new HashMap<>(RequiredSettings.properties(Files.newInputStream(shared)));
                told.putAll(RoomSettings.forAll(secrets));
                told.putAll(RoomSettings.of(room, secrets));

                assertThat(told.keySet()).as(room + " by " + shared).containsAll(RequiredSettings.of(room));
            }
        }
    }

    /** A revision never changes, so what it mounts has a name that other contents do not have. */
    @Test
    void a_changed_setting_makes_a_new_revision_of_each_room() {
        String settings = nameOfSettings();

        assertThat(settings).matches("litemaas-[a-z0-9]{10}");
        assertThat(kubernetes.byName(Service.class).values())
                .allSatisfy(service -> assertThat(
                                service.getSpec().getTemplate().getSpec().getVolumes())
                        .filteredOn(volume -> volume.getConfigMap() != null)
                        .singleElement()
                        .extracting(volume -> volume.getConfigMap().getName())
                        .isEqualTo(settings));
    }

    @Test
    void a_changed_configuration_of_the_gateway_starts_it_anew() {
        assertThat(kubernetes.pods().get("gateway").getVolumes())
                .extracting(Volume::getConfigMap)
                .filteredOn(map -> map != null)
                .singleElement()
                .satisfies(map -> assertThat(map.getName()).matches("gateway-[a-z0-9]{10}"));
    }

    /** A template's names are those that its parameters make. */
    @Test
    void a_template_has_a_parameter_that_makes_new_revisions() {
        Manifests template = Manifests.readTemplate(KNATIVE.resolve("install/openshift-template.yaml"));

        assertThat(template.names("ConfigMap")).contains("litemaas-${SETTINGS}");
        assertThat(template.byName(Service.class).values())
                .allSatisfy(service -> assertThat(
                                service.getSpec().getTemplate().getSpec().getVolumes())
                        .filteredOn(volume -> volume.getConfigMap() != null)
                        .extracting(volume -> volume.getConfigMap().getName())
                        .containsExactly("litemaas-${SETTINGS}"));
    }

    /** A SinkBinding would tell it later, by a change of each Service, and so by a second revision. */
    @Test
    void a_room_knows_from_its_first_start_where_the_broker_is() throws IOException {
        JsonNode broker = kubernetes.ofKind("Broker").get(0).path("metadata");
        Properties told = new Properties();
        told.load(new StringReader(kubernetes
                .byName(ConfigMap.class)
                .get(nameOfSettings())
                .getData()
                .get("litemaas.properties")));

        assertThat(kubernetes.names("SinkBinding")).isEmpty();
        assertThat(kubernetes.byName(Broker.class)).hasSize(1);
        assertThat(told.getProperty("litemaas.sink"))
                .isEqualTo("http://broker-ingress.knative-eventing.svc.cluster.local/"
                        + broker.path("namespace").asText() + "/"
                        + broker.path("name").asText());
    }

    private String nameOfSettings() {
        return kubernetes.byName(ConfigMap.class).keySet().stream()
                .filter(name -> name.startsWith("litemaas"))
                .findFirst()
                .orElseThrow();
    }
}
