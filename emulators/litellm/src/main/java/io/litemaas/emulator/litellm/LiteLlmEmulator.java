package io.litemaas.emulator.litellm;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.Optional;

/** A running emulator; safe to use from any thread. */
public final class LiteLlmEmulator implements AutoCloseable {
    private final Object lock = new Object();
    private final EmulatorOptions options;
    private final Store store = new Store();
    private final RequestLog requests = new RequestLog();
    private final Optional<StateFile> file;
    private final Vertx vertx;
    private final Faults faults;
    private final Ledger ledger;
    private final LogPush logs;
    private final HttpServer server;

    private LiteLlmEmulator(EmulatorOptions options) {
        this.options = options;
        file = options.data().map(StateFile::new);
        file.ifPresent(each -> each.readInto(store));
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        faults = new Faults(this::applyDue);
        ledger = new Ledger(store, faults, options.clock(), options.flush());
        Push push = new Push(vertx);
        logs = new LogPush(options, store, faults, push);
        Wiring wiring = new Wiring(options, store, ledger, faults, logs, push, requests);
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(options.port()))
                .requestHandler(wiring.router(vertx, lock, this, this::keep));
    }

    /** Starts to listen; throws {@link IllegalStateException} if the port is taken. */
    public static LiteLlmEmulator start(EmulatorOptions options) {
        LiteLlmEmulator emulator = new LiteLlmEmulator(options);
        try {
            emulator.server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (RuntimeException e) {
            emulator.close();
            throw new IllegalStateException("The emulator can't listen on port " + options.port(), e);
        }
        emulator.vertx.setPeriodic(Math.max(1, options.flush().toMillis()), timer -> emulator.flushLogs());
        return emulator;
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The key that may do everything. */
    public String masterKey() {
        return options.masterKey();
    }

    /** What goes wrong, and what waits. */
    public Faults faults() {
        return faults;
    }

    /** The requests to LiteLLM's routes, oldest first. */
    public List<SeenRequest> requests() {
        return requests.all();
    }

    /** Forgets the requests seen. */
    public void forgetRequests() {
        requests.clear();
    }

    /** Every live key, unpaged: what a test holds the product's own view against. */
    public List<LiveKey> keys() {
        synchronized (lock) {
            return store.keys().values().stream()
                    .map(key -> new LiveKey(
                            key.path("token").asText(),
                            key.path("key_alias").asText(""),
                            key.path("user_id").asText(""),
                            key.path("blocked").asBoolean()))
                    .toList();
        }
    }

    /** Loses every key, without a trace in the archive. */
    public void wipeKeys() {
        synchronized (lock) {
            store.keys().clear();
            keep();
        }
    }

    /** Loses one key, without a trace in the archive; the hash may be unknown. */
    public void loseKey(String hash) {
        synchronized (lock) {
            store.keys().remove(hash);
            keep();
        }
    }

    /** The whole state now. */
    public Snapshot snapshot() {
        synchronized (lock) {
            return new Snapshot(store.snapshot());
        }
    }

    /** Goes back to an earlier state. */
    public void restore(Snapshot snapshot) {
        synchronized (lock) {
            store.restore(snapshot.json());
            keep();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            keep();
        }
        server.close().toCompletionStage().toCompletableFuture().join();
        // Not waited for: Netty's threads take two seconds to end, and hold nothing by now.
        vertx.close();
    }

    private void applyDue() {
        synchronized (lock) {
            ledger.applyDue();
        }
    }

    private void flushLogs() {
        synchronized (lock) {
            logs.flush();
        }
    }

    private void keep() {
        file.ifPresent(each -> each.write(store.snapshot()));
    }
}
