package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manifest names by a label or a port is there: a cluster takes it also where it leads to nothing. */
class WiringTest {
    private static final Path INSTALL = Path.of("../../knative/install");

    static Stream<Manifests> installs() {
        return Stream.of(
                Manifests.read(INSTALL.resolve("kubernetes.yaml")),
                Manifests.readTemplate(INSTALL.resolve("openshift-template.yaml")));
    }

    @ParameterizedTest
    @MethodSource("installs")
    void each_object_is_read_by_its_type_but_openshifts_own(Manifests install) {
        assertThat(install.kindsUnread())
                .isSubsetOf(
                        "route.openshift.io/v1 Route",
                        "oauth.openshift.io/v1 OAuthClient",
                        // of one field, which a test reads
                        "policy/v1 PodDisruptionBudget");
    }

    @ParameterizedTest
    @MethodSource("installs")
    void a_service_leads_to_a_pod_that_listens_there(Manifests install) {
        install.byName(Service.class).forEach((name, service) -> {
            List<String> pods = selected(install, service.getSpec().getSelector());

            assertThat(pods).as(name).isNotEmpty();
            assertThat(service.getSpec().getPorts())
                    .as(name)
                    .allSatisfy(port -> assertThat(pods)
                            .allSatisfy(pod -> assertThat(portsOf(install, pod)).contains(text(port.getTargetPort()))));
        });
        install.byName(Deployment.class)
                .forEach((name, deployment) -> assertThat(selected(
                                install, deployment.getSpec().getSelector().getMatchLabels()))
                        .containsExactly(name));
    }

    @ParameterizedTest
    @MethodSource("installs")
    void a_network_policy_is_about_pods_that_are_there(Manifests install) {
        install.byName(NetworkPolicy.class).forEach((name, policy) -> {
            LabelSelector selector = policy.getSpec().getPodSelector();

            assertThat(install.labels().values()).as(name).anyMatch(labels -> matches(selector, labels));
            assertThat(selector.getMatchExpressions())
                    .as(name)
                    .allSatisfy(requirement ->
                            assertThat(valuesOf(install, requirement.getKey())).containsAll(requirement.getValues()));
        });
    }

    @ParameterizedTest
    @MethodSource("installs")
    void the_gateway_is_open_where_it_listens(Manifests install) {
        NetworkPolicy policy = install.byName(NetworkPolicy.class).get("gateway");

        assertThat(policy.getSpec().getIngress().get(0).getPorts())
                .allSatisfy(port -> assertThat(portsOf(install, "gateway")).contains(text(port.getPort())));
    }

    @ParameterizedTest
    @MethodSource("installs")
    void the_way_in_leads_to_a_port_of_a_service(Manifests install) {
        Map<String, Service> services = install.byName(Service.class);
        install.byName(Ingress.class)
                .values()
                .forEach(ingress -> assertThat(ingress.getSpec().getRules())
                        .flatExtracting(rule -> rule.getHttp().getPaths())
                        .allSatisfy(path -> assertThat(names(services.get(
                                        path.getBackend().getService().getName())))
                                .contains(text(path.getBackend().getService().getPort()))));
        install.ofKind("Route")
                .forEach(route -> assertThat(
                                names(services.get(route.at("/spec/to/name").asText())))
                        .contains(route.at("/spec/port/targetPort").asText()));
        assertThat(install.byName(Ingress.class).size()
                        + install.ofKind("Route").size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("installs")
    void a_probe_asks_where_its_container_listens(Manifests install) {
        install.pods()
                .forEach((name, pod) -> pod.getContainers()
                        .forEach(container -> assertThat(probed(container))
                                .as(name)
                                .isSubsetOf(listening(install, name, container))));
    }

    /** A room listens for its probes beside the one port that Knative lets it declare. */
    private static Set<String> listening(Manifests install, String pod, Container container) {
        Set<String> ports = ports(container).collect(Collectors.toCollection(HashSet::new));
        String room = install.labels().get(pod).get("litemaas.io/room");
        if (room != null) {
            ports.add(RequiredSettings.defaults(room).get("quarkus.management.port"));
        }
        return ports;
    }

    private static Set<String> probed(Container container) {
        return Stream.of(container.getReadinessProbe(), container.getLivenessProbe(), container.getStartupProbe())
                .filter(Objects::nonNull)
                .map(WiringTest::portOf)
                .collect(Collectors.toSet());
    }

    private static String portOf(Probe probe) {
        return text(
                probe.getHttpGet() == null
                        ? probe.getTcpSocket().getPort()
                        : probe.getHttpGet().getPort());
    }

    private static Set<String> portsOf(Manifests install, String pod) {
        return install.pods().get(pod).getContainers().stream()
                .flatMap(WiringTest::ports)
                .collect(Collectors.toSet());
    }

    /** By number and by name. */
    private static Stream<String> ports(Container container) {
        return container.getPorts().stream().flatMap(WiringTest::ports);
    }

    private static Stream<String> ports(ContainerPort port) {
        return Stream.of(port.getContainerPort().toString(), port.getName()).filter(Objects::nonNull);
    }

    private static Set<String> names(Service service) {
        return service.getSpec().getPorts().stream().flatMap(WiringTest::names).collect(Collectors.toSet());
    }

    private static Stream<String> names(ServicePort port) {
        return Stream.of(port.getPort().toString(), port.getName()).filter(Objects::nonNull);
    }

    private static List<String> selected(Manifests install, Map<String, String> selector) {
        return install.labels().entrySet().stream()
                .filter(pod -> pod.getValue().entrySet().containsAll(selector.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(requirement -> matches(requirement, labels));
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "Exists" -> value != null;
            case "In" -> requirement.getValues().contains(value);
            default -> throw new IllegalArgumentException("an operator that no policy here had: " + requirement);
        };
    }

    private static Set<String> valuesOf(Manifests install, String label) {
        return install.labels().values().stream()
                .map(labels -> labels.get(label))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String text(IntOrString port) {
        return port.getStrVal() == null ? port.getIntVal().toString() : port.getStrVal();
    }

    private static String text(ServiceBackendPort port) {
        return port.getName() == null ? port.getNumber().toString() : port.getName();
    }
}
