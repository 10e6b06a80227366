package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.knative.duck.v1.DeliverySpec;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.litemaas.testing.Contract;
import io.litemaas.testing.ContractOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a cluster is told of rooms, gateway and walls holds together, and is what the rooms need. */
class ManifestsTest {
    private static final Path KNATIVE = Path.of("../../knative");
    private static final Path GUIDE = Path.of("../../docs/deploy-kubernetes.md");
    /** What PostgreSQL keeps for them. */
    private static final int OF_SUPERUSERS = 3;
    /** Flyway's. */
    private static final int OF_THE_MIGRATION = 3;

    private static final Set<String> SECRETS_MADE = Stream.concat(
                    RoomSettings.ROOMS.stream().map(room -> "litemaas-" + room),
                    Stream.of("litemaas-migrate", "litemaas-litellm-keys"))
            .collect(Collectors.toSet());

    private final Manifests kubernetes = Manifests.read(KNATIVE.resolve("install/kubernetes.yaml"));

    @Test
    void each_room_has_a_service_for_people_and_one_for_events_and_none_is_reached_from_outside() {
        Set<String> expected = RoomSettings.ROOMS.stream()
                .flatMap(room -> Stream.of(room, room + "-events"))
                .collect(Collectors.toSet());

        assertThat(kubernetes.byName(Service.class).keySet()).isEqualTo(expected);
        kubernetes.byName(Service.class).forEach((name, service) -> {
            assertThat(service.getMetadata().getLabels())
                    .containsEntry("networking.knative.dev/visibility", "cluster-local")
                    .containsEntry("app.kubernetes.io/part-of", "litemaas");
            assertThat(environment(room(service)).get("LITEMAAS_EXPOSE"))
                    .isEqualTo(name.endsWith("-events") ? "internal" : "public");
        });
    }

    @Test
    void a_room_mounts_its_own_secret_and_no_others() {
        kubernetes.byName(Service.class).forEach((name, service) -> {
            List<String> secrets = service.getSpec().getTemplate().getSpec().getVolumes().stream()
                    .filter(volume -> volume.getSecret() != null)
                    .map(volume -> volume.getSecret().getSecretName())
                    .toList();

            assertThat(secrets).containsExactly("litemaas-" + name.replace("-events", ""));
        });
    }

    @Test
    void whatever_a_manifest_names_is_there() {
        Set<String> configMaps = kubernetes.names("ConfigMap");
        Set<String> accounts = kubernetes.byName(ServiceAccount.class).keySet();

        kubernetes.pods().forEach((name, pod) -> {
            assertThat(pod.getVolumes()).as(name).allSatisfy(volume -> refersTo(volume, configMaps));
            assertThat(containers(pod).flatMap(each -> each.getVolumeMounts().stream()))
                    .as(name)
                    .allSatisfy(mount -> assertThat(pod.getVolumes())
                            .extracting(Volume::getName)
                            .contains(mount.getName()));
            assertThat(containers(pod).flatMap(each -> each.getEnvFrom().stream()))
                    .allSatisfy(source -> assertThat(SECRETS_MADE)
                            .contains(source.getSecretRef().getName()));
            if (pod.getServiceAccountName() != null) {
                assertThat(accounts).contains(pod.getServiceAccountName());
            }
        });
    }

    @Test
    void no_container_may_more_than_it_must() {
        kubernetes
                .pods()
                .forEach((name, pod) -> assertThat(containers(pod)).as(name).allSatisfy(container -> {
                    SecurityContext context = container.getSecurityContext();
                    assertThat(context.getRunAsNonRoot()).isTrue();
                    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                    assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
                    assertThat(container.getResources().getLimits()).containsKey("memory");
                }));
        assertThat(kubernetes.byName(ServiceAccount.class).values())
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    /** A limit of CPU would hold back the start, which somebody waits for. */
    @Test
    void a_room_has_a_share_of_the_processors_and_no_limit() {
        assertThat(kubernetes.byName(Service.class).values())
                .extracting(service -> room(service).getResources())
                .allSatisfy(resources -> {
                    assertThat(resources.getRequests()).containsKeys("cpu", "memory");
                    assertThat(resources.getLimits()).containsOnlyKeys("memory");
                });
    }

    /** Two revisions of each room are up while rooms are rolled; the migration may run beside them. */
    @Test
    void the_database_has_as_many_connections_as_the_guide_says_even_while_rooms_are_rolled() throws IOException {
        int oneRevision = kubernetes.byName(Service.class).values().stream()
                .mapToInt(service -> instances(service) * pool(service))
                .sum();
        Matcher told = Pattern.compile("`max_connections` of (\\d+)").matcher(Files.readString(GUIDE));

        assertThat(told.find()).isTrue();
        assertThat(2 * oneRevision + OF_THE_MIGRATION + OF_SUPERUSERS)
                .isLessThanOrEqualTo(Integer.parseInt(told.group(1)));
        assertThat(kubernetes.byName(Service.class).values())
                .allSatisfy(service -> assertThat(
                                service.getSpec().getTemplate().getSpec().getContainerConcurrency())
                        .isEqualTo(pool(service)));
    }

    /** Else the broker gives up first, and its dead letter does not say whom the event was for. */
    @Test
    void a_delivery_waits_longer_than_its_room_may_take() {
        Map<String, Service> services = kubernetes.byName(Service.class);
        Broker broker = kubernetes.byName(Broker.class).get("litemaas");

        assertThat(kubernetes.byName(Trigger.class).values()).isNotEmpty().allSatisfy(trigger -> {
            DeliverySpec own = trigger.getSpec().getDelivery();
            String timeout = (own == null ? broker.getSpec().getDelivery() : own).getTimeout();
            Service room =
                    services.get(trigger.getSpec().getSubscriber().getRef().getName());

            assertThat(Duration.parse(timeout).toSeconds())
                    .isGreaterThan(room.getSpec().getTemplate().getSpec().getTimeoutSeconds());
        });
    }

    @Test
    void the_gateway_leads_each_first_segment_to_the_room_that_has_it() throws IOException {
        String configuration = Files.readString(KNATIVE.resolve("base/gateway/default.conf.template"));
        List<Map.Entry<Pattern, String>> routes = Pattern.compile("(?m)^  ~(\\^/\\S+)\\s+(\\w+);$")
                .matcher(configuration)
                .results()
                .map(route -> Map.entry(Pattern.compile(route.group(1)), route.group(2)))
                .toList();

        assertThat(Contract.load().operations())
                .allSatisfy(operation -> assertThat(roomOf(operation, routes)).isEqualTo(operation.room()));
        assertThat(kubernetes.byName(Deployment.class).get("gateway"))
                .satisfies(gateway -> assertThat(environment(
                                containers(gateway.getSpec().getTemplate().getSpec())
                                        .findFirst()
                                        .orElseThrow()))
                        .containsKeys(variables(configuration).toArray(String[]::new)));
    }

    @Test
    void a_drained_node_leaves_a_gateway() {
        DeploymentSpec gateway =
                kubernetes.byName(Deployment.class).get("gateway").getSpec();

        assertThat(kubernetes.ofKind("PodDisruptionBudget")).singleElement().satisfies(budget -> {
            assertThat(budget.at("/spec/minAvailable").asInt()).isBetween(1, gateway.getReplicas() - 1);
            assertThat(budget.at("/spec/selector/matchLabels/litemaas.io~1part").asText())
                    .isEqualTo(gateway.getSelector().getMatchLabels().get("litemaas.io/part"));
        });
    }

    @Test
    void openshift_gets_the_same_and_a_way_in() {
        Manifests openshift = Manifests.readTemplate(KNATIVE.resolve("install/openshift-template.yaml"));

        assertThat(openshift.names("Service", "Job", "Trigger", "NetworkPolicy", "PodDisruptionBudget"))
                .isEqualTo(kubernetes.names("Service", "Job", "Trigger", "NetworkPolicy", "PodDisruptionBudget"));
        assertThat(openshift.names("Route", "OAuthClient")).containsExactlyInAnyOrder("gateway", "litemaas");
        assertThat(openshift.parameters()).containsAll(openshift.parametersUsed());
    }

    @Test
    void the_jobs_run_programs_that_are_there() throws ClassNotFoundException {
        for (Job job : kubernetes.byName(Job.class).values()) {
            List<String> command = containers(job.getSpec().getTemplate().getSpec())
                    .findFirst()
                    .orElseThrow()
                    .getCommand();

            assertThat(Class.forName(command.get(command.size() - 1))).hasDeclaredMethods("main");
        }
    }

    private static String roomOf(ContractOperation operation, List<Map.Entry<Pattern, String>> routes) {
        return routes.stream()
                .filter(route -> route.getKey().matcher("/" + operation.path()).find())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" and "));
    }

    private static Set<String> variables(String template) {
        Matcher names = Pattern.compile("\\$\\{([A-Z_]+)}").matcher(template);
        return names.results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refersTo(Volume volume, Set<String> configMaps) {
        if (volume.getConfigMap() != null) {
            assertThat(configMaps).contains(volume.getConfigMap().getName());
        }
        if (volume.getSecret() != null) {
            assertThat(SECRETS_MADE).contains(volume.getSecret().getSecretName());
        }
    }

    private static int instances(Service service) {
        return Integer.parseInt(service.getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("autoscaling.knative.dev/max-scale"));
    }

    private static int pool(Service service) {
        String room = service.getMetadata().getLabels().get("litemaas.io/room");
        return Integer.parseInt(RequiredSettings.defaults(room).get("quarkus.datasource." + room + ".jdbc.max-size"));
    }

    private static Container room(Service service) {
        return service.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static Stream<Container> containers(PodSpec pod) {
        return pod.getContainers().stream();
    }

    private static Map<String, String> environment(Container container) {
        return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }
}
