package io.litemaas.platform.telemetry;

import io.litemaas.platform.face.SecretSegments;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Keeps addresses that are secrets out of the meters that Quarkus makes of requests. */
@Singleton
class MetersWithoutSecrets implements MeterFilter {
    private static final String URI = "uri";

    private final Instance<SecretSegments> segments;

    /** Asked for late: the first meters are older than the functions. */
    MetersWithoutSecrets(Instance<SecretSegments> segments) {
        this.segments = segments;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String uri = id.getTag(URI);
        return uri == null || !id.getName().startsWith("http.server.")
                ? id
                : id.replaceTags(id.getTags().stream().map(this::hidden).toList());
    }

    private Tag hidden(Tag tag) {
        return tag.getKey().equals(URI) ? Tag.of(URI, segments.get().hide(tag.getValue())) : tag;
    }
}
