package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, and no others. */
class NetworkPoliciesTest {
    private static final Set<String> ROOMS = Set.copyOf(RoomSettings.ROOMS);

    private final Manifests kubernetes = Manifests.read(Path.of("../../knative/install/kubernetes.yaml"));
    private final Map<String, NetworkPolicy> policies = kubernetes.byName(NetworkPolicy.class);

    @Test
    void what_no_arrow_allows_is_forbidden() {
        NetworkPolicy rest = policies.get("nothing-else");

        assertThat(rest.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(rest.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(rest.getSpec().getIngress()).isEmpty();
        assertThat(rest.getSpec().getEgress()).isEmpty();
    }

    @Test
    void each_part_reaches_its_neighbours_and_no_others() {
        assertThat(whoMay("to-postgres")).isEqualTo(with(ROOMS, "migrate"));
        assertThat(whoMay("to-broker")).isEqualTo(ROOMS);
        assertThat(whoMay("to-litellm")).containsExactlyInAnyOrder("access", "spend", "litellm-keys");
        assertThat(whoMay("to-provider")).containsExactly("identity");
        assertThat(whoMay("to-world")).containsExactly("alerts");
    }

    /** What the base leaves open, so that it can't be forgotten. */
    @Test
    void an_overlay_says_where_each_neighbour_is() {
        for (String overlay : List.of("kubernetes.yaml", "openshift-template.yaml")) {
            Path file = Path.of("../../knative/install").resolve(overlay);
            Manifests manifests = overlay.startsWith("openshift") ? Manifests.readTemplate(file) : Manifests.read(file);

            assertThat(manifests.byName(NetworkPolicy.class)).allSatisfy((name, policy) -> {
                if (name.startsWith("to-") && policy.getSpec().getPolicyTypes().contains("Egress")) {
                    assertThat(policy.getSpec().getEgress()).as(name).isNotEmpty();
                }
            });
        }
    }

    @Test
    void meters_are_read_from_the_namespaces_that_may() {
        assertThat(policies.get("to-rooms").getSpec().getIngress())
                .filteredOn(rule -> from(rule).containsKey("litemaas.io/monitoring"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getPorts())
                        .extracting(port -> String.valueOf(port.getPort().getIntVal()))
                        .containsExactly(RequiredSettings.defaults("spend").get("quarkus.management.port")));
    }

    @Test
    void a_component_lets_rooms_reach_a_collector_or_a_broker_beside_them() {
        NetworkPolicy collector = component("collector/to-collector.yaml").get("to-collector");
        NetworkPolicy broker = component("rabbitmq/policies.yaml").get("to-broker-here");

        assertThat(List.of(collector, broker))
                .allSatisfy(policy -> assertThat(kubernetes.labels())
                        .allSatisfy((name, labels) -> assertThat(
                                        selects(policy.getSpec().getPodSelector(), labels))
                                .isEqualTo(isRoom(labels))));
        assertThat(collector.getSpec().getEgress().get(0).getPorts())
                .extracting(port -> port.getPort().getIntVal())
                .containsExactly(4318);
    }

    private static boolean isRoom(Map<String, String> labels) {
        return ROOMS.contains(labels.get("litemaas.io/part"));
    }

    private static Map<String, NetworkPolicy> component(String file) {
        return Manifests.read(Path.of("../../knative/components").resolve(file)).byName(NetworkPolicy.class);
    }

    private static Map<String, String> from(NetworkPolicyIngressRule rule) {
        return rule.getFrom().get(0).getNamespaceSelector().getMatchLabels();
    }

    /** By the label that tells what a pod is. */
    private Set<String> whoMay(String policy) {
        LabelSelector selector = policies.get(policy).getSpec().getPodSelector();
        return kubernetes.labels().values().stream()
                .filter(labels -> selects(selector, labels))
                .map(labels -> labels.get("litemaas.io/part"))
                .collect(Collectors.toSet());
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        Collection<Map.Entry<String, String>> exact = selector.getMatchLabels().entrySet();
        return labels.entrySet().containsAll(exact)
                && selector.getMatchExpressions().stream().allMatch(wanted -> holds(wanted, labels));
    }

    private static boolean holds(LabelSelectorRequirement wanted, Map<String, String> labels) {
        return wanted.getOperator().equals("Exists")
                ? labels.containsKey(wanted.getKey())
                : wanted.getOperator().equals("In") && wanted.getValues().contains(labels.get(wanted.getKey()));
    }

    private static Set<String> with(Set<String> some, String one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }
}
