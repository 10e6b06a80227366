package io.litemaas.platform.telemetry;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns the one setting {@code litemaas.traces.endpoint} into Quarkus' own: without it, no trace is made. */
public final class TracesSwitch implements ConfigSourceFactory {
    private static final String ENDPOINT = "litemaas.traces.endpoint";

    /** Above the defaults in our jars (100), below what an operator sets (300 and more). */
    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue(ENDPOINT);
        Map<String, String> settings = endpoint == null || endpoint.getValue() == null
                ? Map.of("quarkus.otel.sdk.disabled", "true")
                : Map.of(
                        "quarkus.otel.sdk.disabled", "false",
                        "quarkus.otel.exporter.otlp.endpoint", endpoint.getValue(),
                        "quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        return List.of(new PropertiesConfigSource(settings, "traces", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
