package io.litemaas.emulator.litellm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How an emulator is started; {@link #defaults()} suits a test. */
public final class EmulatorOptions {
    private int port;
    private String masterKey = "sk-master-1234";
    private Duration flush = Duration.ofSeconds(1);
    private boolean cache;
    private Clock clock = Clock.systemUTC();
    private Optional<Path> data = Optional.empty();
    private Optional<URI> logEndpoint = Optional.empty();
    private Map<String, String> logHeaders = Map.of();
    private Optional<URI> alertWebhook = Optional.empty();

    private EmulatorOptions() {}

    private EmulatorOptions(EmulatorOptions other) {
        port = other.port;
        masterKey = other.masterKey;
        flush = other.flush;
        cache = other.cache;
        clock = other.clock;
        data = other.data;
        logEndpoint = other.logEndpoint;
        logHeaders = other.logHeaders;
        alertWebhook = other.alertWebhook;
    }

    /** A random loopback port, master key {@code sk-master-1234}, spend visible after one second, no pushes. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions();
    }

    /** The loopback port to listen on; 0 takes a free one. */
    public EmulatorOptions withPort(int value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.port = value;
        return changed;
    }

    /** The key that may do everything. */
    public EmulatorOptions withMasterKey(String value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.masterKey = value;
        return changed;
    }

    /** After which time spend shows in logs and totals, and a batch of request logs is pushed. */
    public EmulatorOptions withFlush(Duration value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.flush = value;
        return changed;
    }

    /** Whether equal requests are answered from a cache, at no cost, as with LiteLLM's {@code cache: true}. */
    public EmulatorOptions withCache(boolean value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.cache = value;
        return changed;
    }

    /** The clock of expiry, budget periods, rate windows and time stamps. */
    public EmulatorOptions withClock(Clock value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.clock = value;
        return changed;
    }

    /** A folder in which keys, users, teams and spend survive a restart. */
    public EmulatorOptions withData(Path value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.data = Optional.of(value);
        return changed;
    }

    /** Where request logs are pushed to, as by LiteLLM's {@code generic_api} callback. */
    public EmulatorOptions withLogEndpoint(URI value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.logEndpoint = Optional.of(value);
        return changed;
    }

    /** One more static header of pushed request logs. */
    public EmulatorOptions withLogHeader(String name, String value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        Map<String, String> headers = new LinkedHashMap<>(logHeaders);
        headers.put(name, value);
        changed.logHeaders = Map.copyOf(headers);
        return changed;
    }

    /** Where budget alerts are pushed to, as by LiteLLM's {@code alerting: ["webhook"]}. */
    public EmulatorOptions withAlertWebhook(URI value) {
        EmulatorOptions changed = new EmulatorOptions(this);
        changed.alertWebhook = Optional.of(value);
        return changed;
    }

    int port() {
        return port;
    }

    String masterKey() {
        return masterKey;
    }

    Duration flush() {
        return flush;
    }

    boolean cache() {
        return cache;
    }

    Clock clock() {
        return clock;
    }

    Optional<Path> data() {
        return data;
    }

    Optional<URI> logEndpoint() {
        return logEndpoint;
    }

    Map<String, String> logHeaders() {
        return logHeaders;
    }

    Optional<URI> alertWebhook() {
        return alertWebhook;
    }
}
