package io.litemaas.suite;

import at.favre.lib.hkdf.HKDF;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The key with which spend reads LiteLLM, and can do nothing else: its routes write neither keys nor users, since a key
 * that may write those could lift its own limits. Its value is derived from the pepper and a generation, so making it
 * twice makes one key, and it need not be kept.
 */
final class ReadingKey {
    private static final List<String> ROUTES = List.of("/spend/logs/v2", "/user/daily/activity/aggregated");
    private static final String OWNER = "litemaas-spend";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI litellm;
    private final String masterKey;

    ReadingKey(URI litellm, String masterKey) {
        this.litellm = litellm;
        this.masterKey = masterKey;
    }

    /** The value for an installation's pepper; a generation makes another one of the same pepper. */
    static String ofInstallation(Map<String, String> settings) {
        return derive(
                settings.get("litemaas.access.pepper.values." + settings.get("litemaas.access.pepper.current")),
                Integer.parseInt(System.getenv().getOrDefault("LITEMAAS_READING_KEY_GENERATION", "1")));
    }

    static String derive(String pepper, int generation) {
        byte[] secret = HKDF.fromHmacSha256()
                .extractAndExpand(
                        "litemaas-reading-key".getBytes(StandardCharsets.US_ASCII),
                        HexFormat.of().parseHex(pepper),
                        ("spend/" + generation).getBytes(StandardCharsets.US_ASCII),
                        32);
        return "sk-lm-read-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /**
     * Makes LiteLLM know the key; doing it again changes nothing.
     *
     * @throws IllegalStateException if LiteLLM does not let the key read afterwards
     */
    void ensure(String value) {
        ObjectNode owner = json.createObjectNode().put("user_id", OWNER).put("user_role", "proxy_admin");
        post("/user/new", owner.put("auto_create_key", false));
        ObjectNode key = json.createObjectNode().put("key", value).put("user_id", OWNER);
        key.put("key_alias", "lm-reading:" + value.substring(value.length() - 8));
        ROUTES.forEach(key.putArray("allowed_routes")::add);
        post("/key/generate", key);
        int status = read(value);
        if (status != 200) {
            throw new IllegalStateException("LiteLLM at " + litellm + " does not take the reading key (status " + status
                    + "); is the master key right?");
        }
    }

    /** What LiteLLM says to a repetition (409, 400) does not matter: whether the key reads is asked afterwards. */
    private void post(String path, ObjectNode body) {
        send(HttpRequest.newBuilder(litellm.resolve(path))
                .header("Authorization", "Bearer " + masterKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private int read(String value) {
        return send(HttpRequest.newBuilder(
                        litellm.resolve("/user/daily/activity/aggregated?start_date=2026-01-01&end_date=2026-01-01"))
                .header("Authorization", "Bearer " + value));
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("LiteLLM at " + litellm + " can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
