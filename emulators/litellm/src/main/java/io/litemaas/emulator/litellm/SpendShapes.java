package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** How a row of the spend log is shown: with {@code Z} and six digits, or (v2) with an offset and three. */
final class SpendShapes {
    private SpendShapes() {}

    static ObjectNode log(SpendRow row, ObjectNode key) {
        ObjectNode shown = common(row, key, false);
        shown.put("billing_agent_id", (String) null);
        for (String empty : new String[] {"messages", "response", "proxy_server_request"}) {
            shown.putObject(empty);
        }
        String flushedAt = Times.stamp(Instant.ofEpochMilli(row.visibleAt()));
        return shown.put("created_at", flushedAt).put("updated_at", flushedAt);
    }

    static ObjectNode logV2(SpendRow row, ObjectNode key) {
        return common(row, key, true);
    }

    private static ObjectNode common(SpendRow row, ObjectNode key, boolean v2) {
        ObjectNode shown = Json.object();
        shown.put("request_id", row.requestId()).put("call_type", callType(row)).put("api_key", row.keyHash());
        shown.put("spend", row.cost().total()).put("total_tokens", totalTokens(row));
        shown.put("prompt_tokens", row.tokens().prompt());
        shown.put("completion_tokens", row.tokens().completion());
        shown.put("startTime", time(row.start(), v2)).put("endTime", time(row.end(), v2));
        shown.put("completionStartTime", time(row.end(), v2));
        shown.put(
                "request_duration_ms", Duration.between(row.start(), row.end()).toMillis());
        shown.put("model", row.model()).put("model_id", row.modelId()).put("model_group", row.modelGroup());
        shown.put("custom_llm_provider", row.provider()).put("api_base", "").put("user", row.userId());
        shown.set("metadata", metadata(row, key));
        shown.put("cache_hit", cacheHit(row));
        shown.put("cache_key", row.cacheKey().isEmpty() ? "Cache OFF" : row.cacheKey());
        shown.putArray("request_tags");
        shown.put("team_id", row.teamId()).put("organization_id", "").put("end_user", row.endUser());
        shown.put("requester_ip_address", "127.0.0.1").put("session_id", row.sessionId());
        shown.put("status", row.isFailure() ? "failure" : "success");
        shown.putNull("mcp_namespaced_tool_name").putNull("agent_id");
        return shown.put("litellm_call_id", row.callId());
    }

    private static String time(Instant exact, boolean v2) {
        Instant rounded = Times.roundedToMillis(exact);
        return v2 ? Times.millis(rounded) + "+00:00" : Times.micros(rounded) + "Z";
    }

    private static ObjectNode metadata(SpendRow row, ObjectNode key) {
        ObjectNode metadata = Shapes.defaults("log.metadata");
        metadata.put("status", row.isFailure() ? "failure" : null);
        metadata.set("usage_object", row.isFailure() ? Json.object() : usage(row));
        metadata.put("user_api_key", row.keyHash());
        metadata.set("cost_breakdown", row.isFailure() || row.cacheHit() ? null : breakdown(row));
        metadata.put("litellm_call_id", row.callId());
        metadata.set("user_api_key_alias", key.get("key_alias"));
        metadata.put("user_api_key_team_id", row.teamId().isEmpty() ? null : row.teamId());
        metadata.put("user_api_key_user_id", row.userId().isEmpty() ? null : row.userId());
        metadata.put("original_model_group", row.modelGroup());
        if (row.isFailure()) {
            metadata.putObject("additional_usage_values");
            for (String absent : new String[] {
                "attempted_retries", "attempted_fallbacks", "original_model_group", "used_client_oauth_token"
            }) {
                metadata.putNull(absent);
            }
            ObjectNode error = Shapes.defaults("push.error");
            describe(row.error(), error);
            metadata.set("error_information", error);
        }
        return metadata;
    }

    private static String cacheHit(SpendRow row) {
        if (row.cacheHit()) {
            return "True";
        }
        return row.isFailure() || row.streamed() ? "False" : "None";
    }

    static String callType(SpendRow row) {
        return row.route().endsWith("embeddings") ? "aembedding" : "acompletion";
    }

    /** LiteLLM logs none for embeddings. */
    static int totalTokens(SpendRow row) {
        return callType(row).equals("aembedding") ? 0 : row.tokens().total();
    }

    static ObjectNode usage(SpendRow row) {
        return Json.object()
                .put("total_tokens", totalTokens(row))
                .put("prompt_tokens", row.tokens().prompt())
                .put("completion_tokens", row.tokens().completion())
                .putNull("prompt_tokens_details")
                .putNull("completion_tokens_details");
    }

    static ObjectNode breakdown(SpendRow row) {
        ObjectNode parts = Json.object();
        parts.put("input_cost", row.cost().input())
                .put("output_cost", row.cost().output());
        parts.put("total_cost", row.cost().total())
                .put("original_cost", row.cost().total());
        for (String none : new String[] {"service_tier", "data_residency", "vertex_location"}) {
            parts.putNull(none);
        }
        for (String zero : new String[] {
            "tool_usage_cost",
            "discount_percent",
            "discount_amount",
            "margin_percent",
            "margin_fixed_amount",
            "margin_total_amount"
        }) {
            parts.put(zero, 0.0);
        }
        return parts;
    }

    static void describe(SpendRow.FailureCause cause, ObjectNode error) {
        error.put("error_code", cause.code()).put("error_class", cause.type());
        error.put("error_message", cause.message());
        error.put("normalized_error", cause.normalized());
    }
}
