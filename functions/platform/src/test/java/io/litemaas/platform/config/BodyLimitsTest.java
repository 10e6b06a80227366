package io.litemaas.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server reads as much as the one setting allows, so that it acts in both directions. */
class BodyLimitsTest {
    private static final String SERVERS = "quarkus.http.limits.max-body-size";

    @Test
    void the_server_follows_the_setting() throws IOException {
        assertThat(limit(Map.of())).isEqualTo("33554432");
        assertThat(limit(Map.of("litemaas.limits.bulk-body", "67108864"))).isEqualTo("67108864");
    }

    private static String limit(Map<String, String> told) throws IOException {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors();
        for (URL file : Collections.list(
                BodyLimitsTest.class.getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
            builder.withSources(new PropertiesConfigSource(file));
        }
        return builder.withSources(new PropertiesConfigSource(told, "told", 500))
                .build()
                .getConfigValue(SERVERS)
                .getValue();
    }
}
