package io.litemaas.platform.telemetry;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends meters to a collector, since nobody can read them of a room that sleeps; also what was counted last, when the process
 * goes. Where no collector is named, nothing of it is loaded.
 */
@Singleton
class PushedMeters {
    private final CompositeMeterRegistry meters;
    private final PlatformConfig.Meters config;
    private final String application;
    private final Ids ids;
    private Optional<MeterRegistry> pushed = Optional.empty();

    /** Quarkus' root registry is a composite, though it is asked for by the wider type. */
    PushedMeters(
            MeterRegistry meters,
            PlatformConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            Ids ids) {
        this.meters = (CompositeMeterRegistry) meters;
        this.config = config.meters();
        this.application = application;
        this.ids = ids;
    }

    void begin(@Observes StartupEvent started) {
        pushed = config.endpoint()
                .map(endpoint -> Otlp.registry(
                        URI.create(endpoint + "/v1/metrics"),
                        config.every(),
                        application,
                        ids.next().toString()));
        pushed.ifPresent(meters::add);
    }

    void end(@Observes ShutdownEvent stopping) {
        pushed.ifPresent(registry -> {
            meters.remove(registry);
            registry.close();
        });
    }
}
