package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** A request to the real LiteLLM with its answer. */
record Recording(String number, String name, JsonNode request, JsonNode response, Instant at) {
    static Recording of(String file, JsonNode json, Instant previous) {
        Instant answered = json.hasNonNull("recorded_at")
                ? Instant.parse(json.path("recorded_at").asText())
                : previous.plusMillis(20);
        Duration took = Duration.ofMillis(json.path("elapsed_ms").asLong());
        return new Recording(
                file.substring(0, 3),
                file.replace(".json", ""),
                json.path("request"),
                json.path("response"),
                answered.minus(took));
    }

    String method() {
        return request.path("method").asText();
    }

    String body() {
        if (request.path("raw_body").isTextual()) {
            return request.path("raw_body").asText();
        }
        return request.path("body").isNull() ? "" : request.path("body").toString();
    }
}
