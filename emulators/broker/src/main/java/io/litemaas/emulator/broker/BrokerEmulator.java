package io.litemaas.emulator.broker;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running stand-in for Knative Eventing on a loopback port. */
public final class BrokerEmulator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final ExecutorService attempts = Executors.newCachedThreadPool();
    private final Faults faults = new Faults();
    private final HttpServer server;

    private BrokerEmulator(BrokerOptions options) {
        server = vertx.createHttpServer(new HttpServerOptions().setHost(HOST).setPort(options.port()));
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws IllegalStateException where a manifest can't be followed or the port can't be had
     */
    public static BrokerEmulator start(BrokerOptions options) {
        Manifests manifests = Manifests.read(options.triggers());
        manifests.checkAddresses(options.services());
        BrokerEmulator emulator = new BrokerEmulator(options);
        try {
            emulator.serve(manifests, options);
            return emulator;
        } catch (RuntimeException e) {
            emulator.vertx.close();
            throw new IllegalStateException("port " + options.port() + " is taken or not allowed", e);
        }
    }

    private void serve(Manifests manifests, BrokerOptions options) {
        Deliveries deliveries = new Deliveries(manifests.triggers(), options, faults, attempts);
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        new Ingress(deliveries, manifests.asynchronous()).addTo(router);
        new FaultRoutes(faults).addTo(router);
        server.requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Ticks ticks = new Ticks(options, deliveries, attempts, Clock.systemUTC());
        manifests.pings().forEach(ticks::start);
    }

    /** Where events are posted to: what rooms are given as {@code litemaas.sink}. */
    public URI url() {
        return URI.create("http://" + HOST + ":" + server.actualPort());
    }

    /** Its switches. */
    public Faults faults() {
        return faults;
    }

    /** Stops it; what waits is lost. */
    @Override
    public void close() {
        attempts.shutdownNow();
        server.close().toCompletionStage().toCompletableFuture().join();
        // not waited for: Netty's threads take two seconds to end, and hold nothing by now
        vertx.close();
    }
}
