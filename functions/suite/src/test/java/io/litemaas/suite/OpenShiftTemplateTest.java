package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters stand where the overlay has the example's names, and all else stays what it was. */
class OpenShiftTemplateTest {

    @Test
    void the_examples_names_become_parameters() {
        Map<?, ?> made = only("""
                kind: Deployment
                metadata: { namespace: litemaas, name: litemaas }
                image: ghcr.io/litemaas/litemaas-gateway:0.1.0
                upstream: http://access.litemaas.svc.cluster.local
                host: litemaas.example.com
                """);

        assertThat(made)
                .isEqualTo(Map.of(
                        "kind",
                        "Deployment",
                        "metadata",
                        Map.of("namespace", "${NAMESPACE}", "name", "litemaas"),
                        "image",
                        "${IMAGE_PREFIX}/litemaas-gateway:${IMAGE_TAG}",
                        "upstream",
                        "http://access.${NAMESPACE}.svc.cluster.local",
                        "host",
                        "${HOST}"));
    }

    @Test
    void what_looks_like_a_number_or_a_switch_stays_a_text() {
        Map<?, ?> made = only("{ kind: A, scale: \"2\", flag: \"on\", size: 2, long: \"a\\n  b\\n\" }");

        assertThat(made).isEqualTo(Map.of("kind", "A", "scale", "2", "flag", "on", "size", 2, "long", "a\n  b\n"));
    }

    /** Contents that parameters change have a name that a parameter changes; the others keep the name of their contents. */
    @Test
    void settings_with_parameters_have_a_name_with_one() {
        List<?> made = objects("""
                { kind: ConfigMap, metadata: { name: litemaas-abcdefgh23 }, data: { a: "url=https://litemaas.example.com" } }
                ---
                { kind: ConfigMap, metadata: { name: gateway-abcdefgh23 }, data: { a: "$request_id" } }
                ---
                { kind: Service, volumes: [litemaas-abcdefgh23, gateway-abcdefgh23] }
                """);

        assertThat(made.get(0)).asString().contains("litemaas-${SETTINGS}");
        assertThat(made.get(1)).asString().contains("gateway-abcdefgh23");
        assertThat(made.get(2)).asString().contains("[litemaas-${SETTINGS}, gateway-abcdefgh23]");
    }

    private static Map<?, ?> only(String object) {
        return (Map<?, ?>) objects(object).get(0);
    }

    private static List<?> objects(String text) {
        String written = YamlDocuments.write(List.of(OpenShiftTemplate.of(YamlDocuments.read(new StringReader(text)))));
        return (List<?>) YamlDocuments.read(new StringReader(written)).get(0).get("objects");
    }
}
