package io.litemaas.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One of the stand-in's people with an access token, calling the public API as a script would. */
record SampleVisitor(URI api, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Signs in the way a browser does: to the provider, a choice there, and back. */
    static SampleVisitor signIn(URI api, URI provider, String name) throws IOException, InterruptedException {
        HttpResponse<String> login = send(HttpRequest.newBuilder(api.resolve("/auth/login")));
        URI authorize = URI.create(location(login));
        HttpResponse<String> choice = send(HttpRequest.newBuilder(provider.resolve(authorize.getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(authorize.getRawQuery() + "&user=" + name)));
        HttpResponse<String> back =
                send(HttpRequest.newBuilder(URI.create(location(choice))).header("Cookie", cookies(login)));
        String session = Arrays.stream(cookies(back).split("; ", -1))
                .filter(cookie -> cookie.startsWith("lm="))
                .findFirst()
                .orElseThrow(() -> new IOException("The sign-in of " + name + " gave no session: " + back.body()));
        return new SampleVisitor(api, session.substring("lm=".length()));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(api.resolve(path)));
    }

    JsonNode post(String path, Map<?, ?> body) throws IOException, InterruptedException {
        return answer(posting(path, body));
    }

    JsonNode create(String path, Map<?, ?> body) throws IOException, InterruptedException {
        return answer(
                posting(path, body).header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private HttpRequest.Builder posting(String path, Map<?, ?> body) throws IOException {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request.header("Authorization", "Bearer " + token));
        if (response.statusCode() >= 300) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> response) throws IOException {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(response.uri() + " led nowhere: " + response.statusCode()));
    }

    private static String cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }
}
