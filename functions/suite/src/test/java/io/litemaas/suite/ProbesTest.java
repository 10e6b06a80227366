package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.knative.serving.v1.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room is asked what it answers, by what Knative Serving 0.50 makes of the manifests' probes. */
class ProbesTest {
    /** Serving's own, for a container that names none. */
    private static final int DEFAULT_PORT = 8080;

    private static final Path UPGRADE = Path.of("../../docs/upgrade.md");

    private final Collection<Service> services = Manifests.read(Path.of("../../knative/install/kubernetes.yaml"))
            .byName(Service.class)
            .values();

    @Test
    void what_the_kubelet_asks_of_a_living_room_is_answered() {
        assertThat(services).hasSize(10).allSatisfy(service -> {
            Container room = room(service);

            assertThat(answers(service, livenessAsServingWritesIt(room))).isTrue();
        });
    }

    @Test
    void what_servings_proxy_asks_of_a_ready_room_is_answered() {
        assertThat(services).allSatisfy(service -> {
            Container room = room(service);

            assertThat(answers(service, readinessAsServingAsksIt(room))).isTrue();
        });
    }

    /** Without a period, that is each 50 ms; and the activator waits for no kubelet. */
    @Test
    void readiness_is_asked_as_soon_as_serving_can() {
        assertThat(services).extracting(ProbesTest::room).allSatisfy(room -> {
            assertThat(room.getReadinessProbe().getPeriodSeconds()).isNull();
            assertThat(room.getReadinessProbe().getExec()).isNull();
            assertThat(room.getStartupProbe()).isNull();
        });
    }

    /** A revision that waits for the migrations is made once only, so that Serving must wait for longer than an upgrade does. */
    @Test
    void serving_gives_no_revision_up_that_still_waits_for_the_migrations() throws IOException {
        Matcher waits = Pattern.compile("job/migrate --timeout=(\\d+)m").matcher(Files.readString(UPGRADE));

        assertThat(waits.find()).isTrue();
        assertThat(services)
                .allSatisfy(service -> assertThat(Duration.parse("PT"
                                + service.getSpec()
                                        .getTemplate()
                                        .getMetadata()
                                        .getAnnotations()
                                        .get("serving.knative.dev/progress-deadline")))
                        .isGreaterThan(Duration.ofMinutes(Integer.parseInt(waits.group(1)))));
    }

    /** {@code rewriteUserLivenessProbe} of Serving's deploy.go: the container's port, whatever the probe has. */
    private static Asked livenessAsServingWritesIt(Container room) {
        return Asked.of(room.getLivenessProbe(), port -> portOf(room));
    }

    /** {@code applyReadinessProbeDefaults} of Serving's queue.go: the probe's own port, else the container's. */
    private static Asked readinessAsServingAsksIt(Container room) {
        return Asked.of(
                room.getReadinessProbe(),
                port -> Optional.ofNullable(port).map(IntOrString::getIntVal).orElseGet(() -> portOf(room)));
    }

    private static int portOf(Container room) {
        return room.getPorts().stream()
                .findFirst()
                .map(ContainerPort::getContainerPort)
                .orElse(DEFAULT_PORT);
    }

    /** A room listens on two ports; what has no session gets a 200 on one of them only. */
    private static boolean answers(Service service, Asked asked) {
        Map<String, String> room =
                RequiredSettings.defaults(service.getMetadata().getLabels().get("litemaas.io/room"));
        String port = String.valueOf(asked.port());
        boolean management = port.equals(room.get("quarkus.management.port"));
        return asked.path()
                .map(path -> management && path.matches("/q/health/(ready|live)"))
                .orElse(management || port.equals(room.get("quarkus.http.port")));
    }

    private static Container room(Service service) {
        return service.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    /**
     * One question.
     *
     * @param path absent where it is enough that the port opens
     */
    private record Asked(int port, Optional<String> path) {
        static Asked of(Probe probe, Function<IntOrString, Integer> port) {
            return probe.getHttpGet() == null
                    ? new Asked(port.apply(probe.getTcpSocket().getPort()), Optional.empty())
                    : new Asked(
                            port.apply(probe.getHttpGet().getPort()),
                            Optional.of(probe.getHttpGet().getPath()));
        }
    }
}
