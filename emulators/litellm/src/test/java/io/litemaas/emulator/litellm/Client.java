package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** What the tests ask of an emulator, in one line each. */
final class Client {
    static final String KEY = "sk-test-key-0000000001";
    private static final String CHAT =
            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private final LiteLlmEmulator emulator;
    private final Http http;

    Client(LiteLlmEmulator emulator) {
        this.emulator = emulator;
        http = new Http(emulator.url());
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return http.post(path, emulator.masterKey(), body);
    }

    HttpResponse<String> get(String path) throws IOException {
        return http.get(path, emulator.masterKey());
    }

    HttpResponse<String> admin(String method, String path, String body) throws IOException {
        return http.send(method, path, Map.of(), body);
    }

    HttpResponse<String> chat() throws IOException {
        return http.post("/v1/chat/completions", KEY, CHAT);
    }

    HttpResponse<String> call(String body) throws IOException {
        return http.post("/v1/chat/completions", KEY, body);
    }

    /** Makes the key {@link #KEY} with some more fields, such as {@code ,"rpm_limit":2}. */
    void makeKey(String more) throws IOException {
        HttpResponse<String> made =
                post("/key/generate", "{\"key\":\"" + KEY + "\",\"key_alias\":\"test\"" + more + "}");
        if (made.statusCode() != 200) {
            throw new IllegalStateException(made.body());
        }
    }

    JsonNode keyInfo() throws IOException {
        return Json.MAPPER.readTree(get("/key/info?key=" + KEY).body()).path("info");
    }
}
