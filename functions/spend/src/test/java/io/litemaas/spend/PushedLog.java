package io.litemaas.spend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.SpendLog;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A request in LiteLLM's log, of which both forms can be made: the recorded form with its own values.
 *
 * @param startMicros since 1970
 */
public record PushedLog(
        String callId,
        String upstreamId,
        String keyHash,
        long startMicros,
        String cost,
        String model,
        boolean cacheHit,
        boolean successful) {
    /** What the tests configure. */
    public static final String SECRET = "push-secret-of-the-tests";

    /** A successful call, now. */
    public static PushedLog of(Spender spender, String cost) {
        return at(spender, Instant.now(), cost);
    }

    /** A successful call at a time. */
    public static PushedLog at(Spender spender, Instant start, String cost) {
        long micros = start.getEpochSecond() * 1_000_000 + start.getNano() / 1_000;
        String id = UUID.randomUUID().toString();
        return new PushedLog(id, "chatcmpl-" + id, spender.hash(), micros, cost, "gpt-4o-mini", false, true);
    }

    public PushedLog costing(String other) {
        return new PushedLog(callId, upstreamId, keyHash, startMicros, other, model, cacheHit, successful);
    }

    public PushedLog ofModel(String other) {
        return new PushedLog(callId, upstreamId, keyHash, startMicros, cost, other, cacheHit, successful);
    }

    public PushedLog ofKey(String otherHash) {
        return new PushedLog(callId, upstreamId, otherHash, startMicros, cost, model, cacheHit, successful);
    }

    public PushedLog failed() {
        return new PushedLog(callId, callId, keyHash, startMicros, "0.0", model, false, false);
    }

    /** As the callback sends it, with a prompt and an answer. */
    public ObjectNode json() {
        ObjectNode row =
                (ObjectNode) Recordings.pushed("webhook-001-logs-batch1").get(0);
        String suffix = cacheHit ? "_cache_hit" + (startMicros / 1e6 + 0.003) : "";
        row.put("id", upstreamId + suffix)
                .put("litellm_call_id", callId)
                .put("status", successful ? "success" : "failure")
                .put("startTime", BigDecimal.valueOf(startMicros, 6))
                .put("model_group", model)
                .put("response_cost", new BigDecimal(cost))
                .put("prompt_tokens", 10)
                .put("completion_tokens", 20);
        ((ObjectNode) row.get("metadata")).put("user_api_key_hash", keyHash);
        return row;
    }

    /** As the log answers it, with the start rounded to milliseconds. */
    public SpendLog pulled() {
        long millis = BigDecimal.valueOf(startMicros, 3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        String suffix = cacheHit ? "_cache_hit" + (startMicros / 1e6 + 0.004) : "";
        return new SpendLog(
                upstreamId + suffix,
                callId,
                Optional.of(keyHash).filter(hash -> !hash.isEmpty()).map(KeyHash::new),
                Optional.empty(),
                new BigDecimal(cost),
                10,
                20,
                30,
                Instant.ofEpochMilli(millis),
                Instant.ofEpochMilli(millis),
                "openai/" + model,
                Optional.of(model),
                cacheHit,
                successful);
    }

    /** Pushes a batch as LiteLLM does. */
    public static Response push(List<PushedLog> logs) {
        return pushBody(logs.stream().map(log -> log.json().toString()).collect(Collectors.joining(",", "[", "]")));
    }

    /** Pushes whatever it is. */
    public static Response pushBody(String body) {
        return RestAssured.given()
                .filter(new io.litemaas.testing.ContractFilter())
                .header("X-LiteMaaS-Push", SECRET)
                .contentType("application/json")
                .body(body)
                .post("/ledger/litellm-logs");
    }
}
