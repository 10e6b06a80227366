package io.litemaas.emulator.openshift;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser and a client in one: speaks to the stand-in over real HTTP and follows no redirect. */
final class Browser {
    static final String REDIRECT = "http://localhost:8080/auth/callback";
    static final String BASIC = basic("litemaas", "litemaas-secret");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Browser(OpenShiftEmulator emulator) {
        this.url = emulator.url();
    }

    static Map<String, String> request() {
        return new LinkedHashMap<>(
                Map.of("response_type", "code", "client_id", "litemaas", "redirect_uri", REDIRECT, "state", "s t&1"));
    }

    static Map<String, String> openIdRequest(String verifier) {
        Map<String, String> request = request();
        request.put("scope", "openid groups");
        request.put("nonce", "n-1");
        request.put("code_challenge", Sha256.base64Url(verifier));
        request.put("code_challenge_method", "S256");
        return request;
    }

    static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> parameters(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        return Stream.of(URI.create(location).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    HttpResponse<String> get(String path, Map<String, String> query) {
        return get(path + "?" + encode(query));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(HttpRequest.newBuilder().DELETE(), path, headers);
    }

    HttpResponse<String> putJson(String path, String body) {
        return send(HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        return send(request, path, headers);
    }

    String codeFor(String user) {
        return parameters(post("/oauth/authorize", with(request(), "user", user)))
                .get("code");
    }

    HttpResponse<String> redeem(String path, String code, Map<String, String> more, String... headers) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
        form.putAll(more);
        return post(path, form, headers);
    }

    String tokenFor(String user) {
        HttpResponse<String> answer = redeem("/oauth/token", codeFor(user), Map.of(), "Authorization", BASIC);
        return new JsonObject(answer.body()).getString("access_token");
    }

    HttpResponse<String> whoAmI(String token) {
        return get("/apis/user.openshift.io/v1/users/~", "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
        request.uri(URI.create(url + path)).timeout(Duration.ofSeconds(5));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
