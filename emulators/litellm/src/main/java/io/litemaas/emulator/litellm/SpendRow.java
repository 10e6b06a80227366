package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One request in LiteLLM's spend log, a failed one too. Times are microseconds since 1970; {@code cost} is US dollars.
 *
 * @param requestId the upstream's id; a failure's call id; a cache hit's with a suffix
 * @param route the path without version, such as {@code /chat/completions}
 * @param tokens what was used; of a cache hit, what the first answer used
 * @param error what went wrong, or an error without a code
 * @param visibleAt from when on logs and totals show it
 * @param flushed whether the counters of key, user and team hold it
 */
record SpendRow(
        String requestId,
        String callId,
        String route,
        String keyHash,
        String userId,
        String teamId,
        String endUser,
        String model,
        String modelId,
        String modelGroup,
        String provider,
        long startMicros,
        long endMicros,
        Tokens tokens,
        Cost cost,
        String cacheKey,
        boolean cacheHit,
        boolean streamed,
        FailureCause error,
        String sessionId,
        long visibleAt,
        boolean flushed) {

    /** Tokens of a request. */
    record Tokens(int prompt, int completion) {
        int total() {
            return prompt + completion;
        }
    }

    /** US dollars of a request, computed as LiteLLM does: tokens times price, added, in doubles. */
    record Cost(double input, double output) {
        static final Cost NONE = new Cost(0, 0);

        double total() {
            return input + output;
        }
    }

    /** Why a request failed, as LiteLLM logs it. */
    record FailureCause(String code, String type, String message, String normalized) {
        static final FailureCause NONE = new FailureCause("", "", "", "");
    }

    boolean isFailure() {
        return !error.code().isEmpty();
    }

    Instant start() {
        return Instant.EPOCH.plus(startMicros, ChronoUnit.MICROS);
    }

    Instant end() {
        return Instant.EPOCH.plus(endMicros, ChronoUnit.MICROS);
    }

    SpendRow asFlushed(long at) {
        return new SpendRow(
                requestId,
                callId,
                route,
                keyHash,
                userId,
                teamId,
                endUser,
                model,
                modelId,
                modelGroup,
                provider,
                startMicros,
                endMicros,
                tokens,
                cost,
                cacheKey,
                cacheHit,
                streamed,
                error,
                sessionId,
                at,
                true);
    }

    JsonNode toJson() {
        return Json.MAPPER.valueToTree(this);
    }

    static SpendRow fromJson(JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, SpendRow.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
