package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a mock model answers, and what that costs. */
record ModelAnswer(
        String id,
        long created,
        Deployment deployment,
        SpendRow.Tokens tokens,
        SpendRow.Cost cost,
        String cacheKey,
        boolean isHit) {
    private static final int CHUNK = 3;

    /** The same answer out of the cache: the same id, at no cost. */
    ModelAnswer asHit() {
        return new ModelAnswer(id, created, deployment, tokens, SpendRow.Cost.NONE, cacheKey, true);
    }

    ObjectNode body(ModelRequest request) {
        return request.isEmbedding() ? embedding() : completion();
    }

    private ObjectNode completion() {
        ObjectNode body = Json.object();
        body.put("id", id).put("created", created).put("model", deployment.group());
        body.put("object", "chat.completion");
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("finish_reason", "stop").put("index", 0);
        choice.putObject("message").put("content", deployment.mockAnswer()).put("role", "assistant");
        if (isHit) {
            choice.putObject("provider_specific_fields");
        }
        body.set("usage", usage());
        return body;
    }

    private ObjectNode usage() {
        return Json.object()
                .put("completion_tokens", tokens.completion())
                .put("prompt_tokens", tokens.prompt())
                .put("total_tokens", tokens.total());
    }

    private ObjectNode embedding() {
        ObjectNode body = Json.object().put("model", deployment.group());
        body.putArray("data")
                .addObject()
                .put("embedding", deployment.mockAnswer())
                .put("index", 0)
                .put("object", "embedding");
        body.put("object", "list");
        body.putObject("usage")
                .put("completion_tokens", 0)
                .put("prompt_tokens", tokens.prompt())
                .put("total_tokens", 0)
                .putNull("completion_tokens_details")
                .putNull("prompt_tokens_details");
        return body;
    }

    /** The answer as an event stream: three characters a chunk, then the end. */
    List<String> events(ModelRequest request) {
        List<String> events = new ArrayList<>();
        String text = deployment.mockAnswer();
        for (int at = 0; at < text.length(); at += CHUNK) {
            ObjectNode delta = Json.object();
            if (at == 0) {
                delta.put("role", "assistant");
            }
            delta.put("content", text.substring(at, Math.min(text.length(), at + CHUNK)));
            events.add(Json.write(chunk(delta, "")));
        }
        events.add(Json.write(chunk(Json.object(), "stop")));
        if (request.body().path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode last = chunk(Json.object(), "");
            last.set("usage", usage());
            events.add(Json.write(last));
        }
        events.add("[DONE]");
        return events;
    }

    private ObjectNode chunk(ObjectNode delta, String finish) {
        ObjectNode chunk = Json.object().put("id", id).put("object", "chat.completion.chunk");
        chunk.put("created", created).put("model", deployment.group());
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        if (!finish.isEmpty()) {
            choice.put("finish_reason", finish);
        }
        return chunk;
    }
}
