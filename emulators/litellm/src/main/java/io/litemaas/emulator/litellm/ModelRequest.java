package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a call of a model. */
record ModelRequest(String route, ObjectNode body) {
    static ModelRequest of(Call call) {
        String route = call.path().startsWith("/v1/") ? call.path().substring(3) : call.path();
        try {
            JsonNode body = Json.MAPPER.readTree(call.text());
            return new ModelRequest(route, body instanceof ObjectNode object ? object : Json.object());
        } catch (JsonProcessingException e) {
            int at = call.text().length();
            String message =
                    "Invalid JSON payload: unexpected end of data: line 1 column " + (at + 1) + " (char " + at + ")";
            throw Refusal.error(400, "invalid_request_error", "request_body", message);
        }
    }

    String model() {
        return body.path("model").asText("");
    }

    boolean isStreamed() {
        return body.path("stream").asBoolean();
    }

    boolean isEmbedding() {
        return route.endsWith("embeddings");
    }

    String endUser() {
        return body.path("user").asText("");
    }

    /** How many tokens LiteLLM counts itself where it does not take the mock's fixed ten. */
    int countedTokens() {
        int words = 0;
        for (JsonNode message : body.path("messages")) {
            String text = message.path("content").asText("").strip();
            words += text.isEmpty() ? 0 : text.split("\\s+").length;
        }
        return 7 + Math.max(1, words);
    }

    String cacheKey() {
        ObjectNode asked = Json.object();
        asked.set("model", body.get("model"));
        asked.set("messages", body.get("messages"));
        asked.set("input", body.get("input"));
        asked.set("max_tokens", body.get("max_tokens"));
        return Ids.sha256(Json.write(asked));
    }
}
