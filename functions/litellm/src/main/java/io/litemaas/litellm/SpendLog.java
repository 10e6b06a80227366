package io.litemaas.litellm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One request as LiteLLM logged it.
 *
 * @param requestId the upstream's id of the answer, LiteLLM's call id for failures; with a suffix for cache hits
 * @param callId LiteLLM's call id; a client can choose it
 * @param apiKey the key's hash; absent for calls with no key that LiteLLM knows
 * @param userId whose key it was
 * @param spend in LiteLLM's currency, the decimal that was sent
 * @param promptTokens read by the model
 * @param completionTokens written by the model
 * @param totalTokens both
 * @param startTime rounded half up to milliseconds by LiteLLM
 * @param endTime when it was over
 * @param model the provider's name
 * @param modelGroup the public name; absent where the call was rejected before
 * @param cacheHit whether LiteLLM answered from its cache
 * @param successful whether it was answered
 */
public record SpendLog(
        String requestId,
        String callId,
        Optional<KeyHash> apiKey,
        Optional<String> userId,
        BigDecimal spend,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        Instant startTime,
        Instant endTime,
        String model,
        Optional<String> modelGroup,
        boolean cacheHit,
        boolean successful) {

    static SpendLog from(Fields row) {
        return new SpendLog(
                row.text("request_id"),
                row.text("litellm_call_id"),
                row.optionalText("api_key").filter(KeyHash::isHash).map(KeyHash::new),
                row.optionalText("user").filter(user -> !user.isEmpty()),
                row.decimal("spend"),
                row.whole("prompt_tokens"),
                row.whole("completion_tokens"),
                row.whole("total_tokens"),
                row.instant("startTime"),
                row.instant("endTime"),
                row.text("model"),
                row.optionalText("model_group").filter(group -> !group.isEmpty()),
                row.optionalText("cache_hit").filter("True"::equals).isPresent(),
                row.text("status").equals("success"));
    }
}
