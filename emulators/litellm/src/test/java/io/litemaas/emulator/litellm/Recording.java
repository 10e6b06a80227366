package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A request to the real LiteLLM with its answer. */
record Recording(String number, String name, JsonNode request, JsonNode response, Instant at) {
    static Recording of(String file, JsonNode json, Instant previous) {
        Duration took = Duration.ofMillis(json.path("elapsed_ms").asLong());
        Instant began = json.hasNonNull("recorded_at")
                ? OffsetDateTime.parse(json.path("recorded_at").asText())
                        .toInstant()
                        .minus(took)
                : previous;
        return new Recording(
                file.substring(0, 3),
                file.replace(".json", ""),
                json.path("request"),
                json.path("response"),
                began.isAfter(previous) ? began : previous.plusMillis(20));
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
