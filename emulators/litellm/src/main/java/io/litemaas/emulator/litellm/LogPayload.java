package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One pushed request log, LiteLLM's StandardLoggingPayload: prompt and answer are in it, in clear. */
final class LogPayload {
    private LogPayload() {}

    static ObjectNode of(SpendRow row, ObjectNode key, ObjectNode user, ObjectNode request, ObjectNode answer) {
        ObjectNode payload = Json.object();
        payload.put("id", id(row)).put("litellm_call_id", row.callId()).put("trace_id", row.sessionId());
        payload.put("session_id", "").put("call_type", SpendShapes.callType(row));
        if (row.cacheHit() || row.isFailure()) {
            payload.put("cache_hit", row.cacheHit());
        } else {
            payload.putNull("cache_hit");
        }
        payload.set("stream", request.get("stream"));
        payload.put("status", row.isFailure() ? "failure" : "success");
        payload.put("custom_llm_provider", row.provider()).put("saved_cache_cost", 0.0);
        double start = Times.epochSeconds(row.start());
        double end = Times.epochSeconds(row.end());
        payload.put("startTime", start).put("endTime", end).put("completionStartTime", end);
        payload.put("response_time", end - start).put("model", row.model());
        payload.set("metadata", metadata(row, key, user));
        payload.put("cache_key", row.cacheHit() ? row.cacheKey() : null);
        payload.put("response_cost", row.cost().total());
        payload.set("cost_breakdown", row.cacheHit() || row.isFailure() ? null : SpendShapes.breakdown(row));
        payload.put("total_tokens", SpendShapes.totalTokens(row))
                .put("prompt_tokens", row.tokens().prompt());
        payload.put("completion_tokens", row.tokens().completion());
        payload.putArray("request_tags");
        payload.putArray("request_model_access_groups");
        payload.put("end_user", row.endUser().isEmpty() ? null : row.endUser());
        payload.put("api_base", "").put("model_group", row.modelGroup()).put("model_id", row.modelId());
        payload.put("requester_ip_address", "127.0.0.1").put("user_agent", "");
        payload.set("messages", request.get("messages"));
        payload.set("response", answer);
        payload.putObject("model_parameters");
        payload.put("error_str", row.isFailure() ? row.error().message() : null);
        payload.set("error_information", error(row));
        payload.putNull("guardrail_information");
        return payload;
    }

    /** A cache hit has an id of its own in each form; the pushed one is taken a little earlier than the pulled. */
    private static String id(SpendRow row) {
        if (!row.cacheHit()) {
            return row.requestId();
        }
        String upstream = row.requestId().substring(0, row.requestId().indexOf("_cache_hit"));
        return upstream + "_cache_hit" + Json.repr(Times.epochSeconds(row.start()) - 0.000827);
    }

    private static ObjectNode metadata(SpendRow row, ObjectNode key, ObjectNode user) {
        ObjectNode metadata = Shapes.defaults("push.metadata");
        metadata.put("user_api_key_hash", row.keyHash());
        metadata.set("user_api_key_alias", key.get("key_alias"));
        metadata.put("user_api_key_spend", key.path("spend").asDouble());
        metadata.set("user_api_key_max_budget", key.get("max_budget"));
        metadata.put("user_api_key_user_id", row.userId().isEmpty() ? null : row.userId());
        metadata.put("user_api_key_team_id", row.teamId().isEmpty() ? null : row.teamId());
        metadata.set("user_api_key_user_email", user.get("user_email"));
        metadata.put("user_api_key_end_user_id", row.endUser().isEmpty() ? null : row.endUser());
        metadata.put("user_api_key_request_route", "/v1" + row.route());
        metadata.set("usage_object", row.isFailure() ? Json.object() : SpendShapes.usage(row));
        return metadata;
    }

    private static ObjectNode error(SpendRow row) {
        ObjectNode error = Shapes.defaults("push.error");
        if (row.isFailure()) {
            SpendShapes.describe(row.error(), error);
        }
        return error;
    }
}
