package io.litemaas.emulator.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes what the broker delivers, and answers each path as it is told. */
final class Rooms implements AutoCloseable {
    /** What is never answered. */
    static final int SILENCE = 0;

    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> once = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    Rooms() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(executor);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(String path, int status) {
        answers.put(path, status);
    }

    void answerOnce(String path, int status) {
        once.put(path, status);
    }

    List<Delivered> at(String path) {
        return delivered.stream().filter(event -> event.path().equals(path)).toList();
    }

    List<Delivered> all() {
        return List.copyOf(delivered);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        delivered.add(new Delivered(path, Map.copyOf(exchange.getRequestHeaders()), body, System.nanoTime()));
        Integer first = once.remove(path);
        int status = first == null ? answers.getOrDefault(path, 204) : first;
        if (status == SILENCE) {
            return;
        }
        byte[] text = "because".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : text.length);
        if (status != 204) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    /** One arrival. */
    record Delivered(String path, Map<String, List<String>> headers, String body, long nanos) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }
}
