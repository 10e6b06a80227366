package io.litemaas.emulator.broker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running stand-in for Knative Eventing on a loopback port. */
public final class BrokerEmulator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService requests = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService attempts = Executors.newCachedThreadPool();
    private final Faults faults = new Faults();

    private BrokerEmulator(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws IllegalStateException where a manifest can't be followed or the port can't be had
     */
    public static BrokerEmulator start(BrokerOptions options) {
        Manifests manifests = Manifests.read(options.triggers());
        manifests.checkAddresses(options.services());
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
            BrokerEmulator emulator = new BrokerEmulator(HttpServer.create(address, 0));
            emulator.serve(manifests, options);
            return emulator;
        } catch (IOException e) {
            throw new IllegalStateException("port " + options.port() + " is taken or not allowed", e);
        }
    }

    private void serve(Manifests manifests, BrokerOptions options) {
        Deliveries deliveries = new Deliveries(manifests.triggers(), options, faults, attempts);
        server.createContext("/", new Ingress(deliveries));
        server.createContext(FaultRoutes.PATH, new FaultRoutes(faults));
        server.setExecutor(requests);
        server.start();
        Ticks ticks = new Ticks(options, deliveries, attempts, Clock.systemUTC());
        manifests.pings().forEach(ticks::start);
    }

    /** Where events are posted to: what rooms are given as {@code litemaas.sink}. */
    public URI url() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
    }

    /** Its switches. */
    public Faults faults() {
        return faults;
    }

    /** Stops it; what waits is lost. */
    @Override
    public void close() {
        attempts.shutdownNow();
        server.stop(0);
        requests.shutdownNow();
    }
}
