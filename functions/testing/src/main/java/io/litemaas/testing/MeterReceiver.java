package io.litemaas.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Somebody who takes meters by OTLP over HTTP each second, and keeps their bytes. */
public final class MeterReceiver extends Collector {
    private static final List<byte[]> RECEIVED = new CopyOnWriteArrayList<>();

    public MeterReceiver() {
        super("/v1/metrics", "litemaas.meters.endpoint", Map.of("litemaas.meters.every", "PT1S"), RECEIVED);
    }

    /** All that was received, as far as it is text. */
    public static String received() {
        return RECEIVED.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }
}
