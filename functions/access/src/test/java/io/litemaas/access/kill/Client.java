package io.litemaas.access.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks HTTP with a bearer token; a cut connection is an answer too. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Socket> unread = new CopyOnWriteArrayList<>();

    Answer get(URI address, String token) {
        return send(request(address, token).build()).join();
    }

    CompletableFuture<Answer> post(URI address, String token, Map<String, String> headers, Object body) {
        HttpRequest.Builder request = request(address, token);
        headers.forEach(request::header);
        return send(
                request.POST(HttpRequest.BodyPublishers.ofString(write(body))).build());
    }

    /** Posts and never reads the answer: as far as this client knows, there was none. */
    CompletableFuture<Answer> postDeaf(URI address, String token, Map<String, String> headers, Object body) {
        byte[] content = write(body).getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + address.getPath() + " HTTP/1.1\r\nHost: "
                + address.getAuthority()
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            unread.add(socket);
            return CompletableFuture.completedFuture(Answer.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Socket socket : unread) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((response, failure) ->
                        failure == null ? new Answer(response.statusCode(), read(response.body())) : Answer.NONE);
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
