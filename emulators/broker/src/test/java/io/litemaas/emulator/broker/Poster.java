package io.litemaas.emulator.broker;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Future;

/** Posts events as a relay does. */
record Poster(URI broker) {
    static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";

    int post(String id, String type, String... headers) throws Exception {
        return send(request(id, type, headers)).statusCode();
    }

    /** Posts without waiting for the answer; who cancels it hangs up. */
    Future<?> beginPost(String id, String type, String... headers) {
        return HttpClient.newHttpClient().sendAsync(request(id, type, headers), HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest request(String id, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(broker)
                .timeout(Duration.ofMinutes(1))
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/litemaas/identity")
                .header("ce-type", type)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"u\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
