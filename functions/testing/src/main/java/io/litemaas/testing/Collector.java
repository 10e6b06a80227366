package io.litemaas.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Somebody who takes something by OTLP over HTTP, and keeps its bytes. */
abstract class Collector implements QuarkusTestResourceLifecycleManager {
    private final String path;
    private final Map<String, String> settings;
    private final String endpoint;
    private final List<byte[]> received;
    private HttpServer server;

    /**
     * @param endpoint the setting that names a collector
     * @param settings what else must be set
     */
    Collector(String path, String endpoint, Map<String, String> settings, List<byte[]> received) {
        this.path = path;
        this.endpoint = endpoint;
        this.settings = settings;
        this.received = received;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(path, exchange -> {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            received.add((zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put(endpoint, "http://127.0.0.1:" + server.getAddress().getPort());
        return all;
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
