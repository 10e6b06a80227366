package io.litemaas.access.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A model that can be subscribed to.
 *
 * @param name by which keys call it
 * @param mode such as {@code chat} or {@code embedding}
 * @param inputCostPerToken of the dearest deployment; absent where LiteLLM knows none
 * @param maxInputTokens of the smallest deployment
 * @param deployments how many LiteLLM spreads the calls over
 * @param restricted whether a subscription needs an admin's approval
 * @param seenAt when LiteLLM listed it last: the age of all that is said here
 * @param goneAt since when LiteLLM no longer lists it
 * @param version for changes
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Model(
        String name,
        String mode,
        Optional<String> provider,
        Optional<String> description,
        Optional<Money> inputCostPerToken,
        Optional<Money> outputCostPerToken,
        Optional<Long> maxInputTokens,
        Optional<Long> maxOutputTokens,
        boolean supportsVision,
        boolean supportsFunctionCalling,
        int deployments,
        boolean restricted,
        Instant seenAt,
        Optional<Instant> goneAt,
        int version) {}
