package io.litemaas.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** All that is loaded of OTLP, so that a process without a collector loads none of it. */
final class Otlp {
    private Otlp() {}

    /**
     * A registry that pushes until it is closed, and then once more.
     *
     * @param instance tells this process from others of the same application: each counts from zero
     */
    static MeterRegistry registry(URI address, Duration every, String application, String instance) {
        return OtlpMeterRegistry.builder(new Target(
                        address, every, Map.of("service.name", application, "service.instance.id", instance)))
                .metricsSender(new MetersSender())
                .build();
    }

    private record Target(URI address, Duration step, Map<String, String> resourceAttributes) implements OtlpConfig {

        @Override
        public String get(String key) {
            return null;
        }

        @Override
        public String url() {
            return address.toString();
        }
    }
}
