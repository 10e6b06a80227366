package io.litemaas.access.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.litemaas.testing.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes events as Knative's broker does, and delivers those about changed keys to one process, each once: what a killed
 * process did not finish is left to the jobs.
 */
final class Broker implements AutoCloseable {
    private static final String KEY_CHANGED = "io.litemaas.key.changed.v1";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Optional<RoomProcess> subscriber = Optional.empty();

    Broker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Delivers to this process from now on. */
    void deliverTo(RoomProcess room) {
        subscriber = Optional.of(room);
    }

    /** Takes no events from now on: the relay must keep them. */
    void refuse() {
        subscriber = Optional.empty();
    }

    /** All events that were posted, with their attributes. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String data = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(exchange.getRequestHeaders().entrySet() + " " + data);
            Optional<RoomProcess> room = subscriber;
            exchange.sendResponseHeaders(room.isPresent() ? 202 : 503, -1);
            if (KEY_CHANGED.equals(exchange.getRequestHeaders().getFirst("ce-type"))) {
                room.ifPresent(each -> deliver(each, exchange, data));
            }
        }
    }

    private void deliver(RoomProcess room, HttpExchange exchange, String data) {
        HttpRequest.Builder request = HttpRequest.newBuilder(room.at("/access/converge-keys"))
                .header("X-LiteMaaS-Relay", Events.RELAY_SECRET)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(data));
        List.of("ce-specversion", "ce-id", "ce-source", "ce-type", "ce-subject", "ce-time")
                .forEach(name ->
                        request.header(name, exchange.getRequestHeaders().getFirst(name)));
        try {
            http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            // a process that dies over an event takes it along
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
