package io.litemaas.emulator.broker;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts events as a relay does. */
record Poster(URI broker) {
    static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";

    int post(String id, String type, String... headers) throws Exception {
        return postFor(Duration.ofMinutes(1), id, type, headers);
    }

    /** Posts, and hangs up after a while. */
    int postFor(Duration patience, String id, String type, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(broker)
                .timeout(patience)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/litemaas/identity")
                .header("ce-type", type)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"u\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build()).statusCode();
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
