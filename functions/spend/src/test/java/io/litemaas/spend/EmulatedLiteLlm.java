package io.litemaas.spend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.emulator.litellm.EmulatorOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A LiteLLM over HTTP that pushes its request logs to the room under test. */
public final class EmulatedLiteLlm implements QuarkusTestResourceLifecycleManager {
    private final HttpClient http = HttpClient.newHttpClient();
    private LiteLlmEmulator emulator;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        emulator = LiteLlmEmulator.start(EmulatorOptions.defaults()
                .withFlush(Duration.ofMillis(200))
                .withCache(true)
                .withLogEndpoint(URI.create("http://127.0.0.1:" + port + "/ledger/litellm-logs"))
                .withLogHeader("X-LiteMaaS-Push", PushedLog.SECRET));
        return Map.of(
                "quarkus.http.test-port", Integer.toString(port),
                "litemaas.litellm.url", emulator.url(),
                "litemaas.spend.litellm-key", emulator.masterKey(),
                "litemaas.ledger.flush", "PT0.2S");
    }

    @Override
    public void stop() {
        emulator.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(EmulatedLiteLlm.class));
    }

    /** The emulator itself. */
    public LiteLlmEmulator emulator() {
        return emulator;
    }

    /** Gives LiteLLM a key, as access would have done. */
    public void generate(Spender spender) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("key", spender.keyValue());
        body.put("key_alias", spender.keyId().toString()).put("key_type", "llm_api");
        expect(200, post("/key/generate", emulator.masterKey(), body));
    }

    /** A call of a model; returns the status. */
    public int chat(Spender spender, String prompt) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", "gpt-4o-mini");
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return post("/v1/chat/completions", spender.keyValue(), body);
    }

    private int post(String path, String bearer, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.url() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static void expect(int status, int actual) {
        if (status != actual) {
            throw new IllegalStateException("LiteLLM answered " + actual);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
