package io.litemaas.emulator.litellm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Requests to an emulator, as any client sends them. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;

    Http(String url) {
        this.url = url;
    }

    HttpResponse<String> send(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + pathAndQuery)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    HttpResponse<String> get(String pathAndQuery, String key) throws IOException {
        return send("GET", pathAndQuery, Map.of("Authorization", "Bearer " + key), "");
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException {
        return send("POST", path, Map.of("Authorization", "Bearer " + key), body);
    }
}
