package io.litemaas.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Somebody who takes traces by OTLP over HTTP, and keeps their bytes. */
public final class TraceReceiver extends Collector {
    private static final List<byte[]> RECEIVED = new CopyOnWriteArrayList<>();

    public TraceReceiver() {
        super("/v1/traces", "litemaas.traces.endpoint", Map.of(), RECEIVED);
    }

    /** All that was received, as far as it is text. */
    public static String received() {
        return RECEIVED.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    /** The same in hex, in which the traces' ids are found. */
    public static String traceIds() {
        return RECEIVED.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining());
    }
}
