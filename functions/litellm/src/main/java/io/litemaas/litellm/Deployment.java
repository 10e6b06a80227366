package io.litemaas.litellm;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One deployment of a model; several can share a public name.
 *
 * @param id LiteLLM's id of the deployment
 * @param modelName the public name, by which keys call it
 * @param provider such as {@code openai}
 * @param mode such as {@code chat} or {@code embedding}
 * @param description as the configuration has it
 * @param inputCostPerToken in LiteLLM's currency
 * @param outputCostPerToken in LiteLLM's currency
 * @param maxInputTokens the context
 * @param maxOutputTokens the longest answer
 * @param supportsVision whether it takes images
 * @param supportsFunctionCalling whether it calls functions
 */
public record Deployment(
        String id,
        String modelName,
        Optional<String> provider,
        Optional<String> mode,
        Optional<String> description,
        Optional<BigDecimal> inputCostPerToken,
        Optional<BigDecimal> outputCostPerToken,
        OptionalLong maxInputTokens,
        OptionalLong maxOutputTokens,
        boolean supportsVision,
        boolean supportsFunctionCalling) {

    static Deployment from(Fields row) {
        Fields info = row.object("model_info");
        return new Deployment(
                info.text("id"),
                row.text("model_name"),
                info.optionalText("litellm_provider"),
                info.optionalText("mode"),
                info.optionalText("description"),
                price(info, "input_cost_per_token"),
                price(info, "output_cost_per_token"),
                info.optionalWhole("max_input_tokens"),
                info.optionalWhole("max_output_tokens"),
                info.flag("supports_vision"),
                info.flag("supports_function_calling"));
    }

    /** LiteLLM takes whatever its configuration says; a price below zero is as good as none. */
    private static Optional<BigDecimal> price(Fields info, String name) {
        return info.optionalDecimal(name).filter(price -> price.signum() >= 0);
    }
}
