package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LiteLlmModelsTest extends ScriptedTest {
    @Test
    void reads_deployments_as_they_were_recorded() {
        server.answers(200, Recording.bodyOf("006-model-info"));

        List<Deployment> deployments = litellm.models().deployments(soon());

        assertThat(server.last().target()).isEqualTo("/model/info");
        assertThat(deployments)
                .extracting(Deployment::modelName)
                .isEqualTo(List.of(
                        "gpt-4o-mini",
                        "claude-sonnet-4-5",
                        "team-llama",
                        "team-llama",
                        "text-embedding-3-small",
                        "flaky-model"));
        Deployment mini = deployments.get(0);
        assertThat(mini.inputCostPerToken()).contains(new BigDecimal("1.5E-7"));
        assertThat(mini.maxInputTokens()).isEqualTo(OptionalLong.of(128000));
        assertThat(mini.supportsVision()).isTrue();
        assertThat(deployments.get(2).description()).contains("Self-hosted Llama (node A)");
    }

    @Test
    void takes_a_price_below_zero_for_none() {
        server.answers(
                200,
                Recording.bodyOf("006-model-info")
                        .replaceFirst("\"input_cost_per_token\": ?[0-9.e-]+", "\"input_cost_per_token\": -1"));

        assertThat(litellm.models().deployments(soon()).get(0).inputCostPerToken())
                .isEmpty();
    }
}
