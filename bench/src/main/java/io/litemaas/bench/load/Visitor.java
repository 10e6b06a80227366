package io.litemaas.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who is signed in.
 *
 * @param cookies of the session, as the browser sends them
 */
record Visitor(URI api, String cookies) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signs in as a browser does: to the provider, a choice there, and back. */
    static Visitor signIn(Installation installation, String name) throws IOException, InterruptedException {
        URI api = installation.api();
        HttpResponse<String> login = send(HttpRequest.newBuilder(api.resolve("/auth/login")), 303);
        URI authorize = URI.create(location(login));
        HttpResponse<String> choice = send(
                HttpRequest.newBuilder(installation.provider().resolve(authorize.getPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(authorize.getRawQuery() + "&user=" + name)),
                302,
                303);
        URI back = URI.create(location(choice));
        HttpResponse<String> session = send(
                HttpRequest.newBuilder(api.resolve(back.getRawPath() + "?" + back.getRawQuery()))
                        .header("Cookie", cookies(login)),
                303);
        return new Visitor(api, cookies(session));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path), 200).body());
    }

    JsonNode create(String path, Map<?, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder posting = request(path)
                .header("Content-Type", "application/json")
                .header("X-LiteMaaS-CSRF", "1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return JSON.readTree(send(posting, 200).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).header("Cookie", cookies);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Integer... expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                request.header(Installation.CLIENT_HEADER, "203.0.113.1").build(),
                HttpResponse.BodyHandlers.ofString());
        if (!java.util.List.of(expected).contains(response.statusCode())) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private static String location(HttpResponse<String> response) throws IOException {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(response.uri() + " led nowhere: " + response.statusCode()));
    }

    private static String cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
    }
}
