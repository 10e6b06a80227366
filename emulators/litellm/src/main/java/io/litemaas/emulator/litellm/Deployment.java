package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One deployment of a model, as {@code /model/info} shows it; several may stand behind one public name. */
record Deployment(ObjectNode row) {
    String group() {
        return row.path("model_name").asText();
    }

    String id() {
        return row.path("model_info").path("id").asText();
    }

    /** The provider's name of the model, such as {@code openai/gpt-4o-mini}. */
    String model() {
        return row.path("litellm_params").path("model").asText();
    }

    String provider() {
        return row.path("model_info").path("litellm_provider").asText("openai");
    }

    /** Where requests would go; LiteLLM's header says so even of a mock. */
    String apiBase() {
        String own = row.path("litellm_params").path("api_base").asText("");
        if (!own.isEmpty()) {
            return own;
        }
        return provider().equals("anthropic") ? "https://api.anthropic.com" : "https://api.openai.com";
    }

    String mockAnswer() {
        return row.path("litellm_params").path("mock_response").asText();
    }

    boolean alwaysFails() {
        return mockAnswer().equals("litellm.RateLimitError");
    }

    boolean isInGroup(String accessGroup) {
        for (var each : row.path("model_info").path("access_groups")) {
            if (each.asText().equals(accessGroup)) {
                return true;
            }
        }
        return false;
    }

    SpendRow.Cost costOf(SpendRow.Tokens tokens) {
        var info = row.path("model_info");
        return new SpendRow.Cost(
                tokens.prompt() * info.path("input_cost_per_token").asDouble(),
                tokens.completion() * info.path("output_cost_per_token").asDouble());
    }
}
