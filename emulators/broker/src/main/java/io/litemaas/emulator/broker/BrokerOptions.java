package io.litemaas.emulator.broker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the broker is set up.
 *
 * @param port the loopback port, 0 for a free one
 * @param triggers the folder of the manifests
 * @param services the addresses of the Services that they name
 * @param headers what each delivery carries besides the event
 * @param tick how often PingSources send, whatever their schedules say
 */
public record BrokerOptions(
        int port, Path triggers, Map<String, URI> services, Map<String, String> headers, Optional<Duration> tick) {

    /** Takes copies, so that nothing changes under a running broker. */
    public BrokerOptions {
        services = Map.copyOf(services);
        headers = Map.copyOf(headers);
    }

    /** A free port and no Service yet. */
    public static BrokerOptions of(Path triggers) {
        return new BrokerOptions(0, triggers, Map.of(), Map.of(), Optional.empty());
    }

    /** The same on another port. */
    public BrokerOptions withPort(int newPort) {
        return new BrokerOptions(newPort, triggers, services, headers, tick);
    }

    /** The same with other manifests. */
    public BrokerOptions withTriggers(Path folder) {
        return new BrokerOptions(port, folder, services, headers, tick);
    }

    /** The same with one more Service. */
    public BrokerOptions withService(String name, URI address) {
        return new BrokerOptions(port, triggers, with(services, name, address), headers, tick);
    }

    /** The same with one more header. */
    public BrokerOptions withHeader(String name, String value) {
        return new BrokerOptions(port, triggers, services, with(headers, name, value), tick);
    }

    /** The same with PingSources that send so often. */
    public BrokerOptions withTick(Duration every) {
        return new BrokerOptions(port, triggers, services, headers, Optional.of(every));
    }

    private static <T> Map<String, T> with(Map<String, T> some, String name, T value) {
        Map<String, T> all = new TreeMap<>(some);
        all.put(name, value);
        return all;
    }
}
