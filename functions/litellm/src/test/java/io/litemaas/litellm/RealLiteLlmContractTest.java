package io.litemaas.litellm;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on a real proxy, where one is given. */
@EnabledIfEnvironmentVariable(named = "LITELLM_URL", matches = ".+")
@EnabledIfEnvironmentVariable(named = "LITELLM_MASTER_KEY", matches = ".+")
class RealLiteLlmContractTest extends LiteLlmContract {
    @Override
    String url() {
        return System.getenv("LITELLM_URL");
    }

    @Override
    String masterKey() {
        return System.getenv("LITELLM_MASTER_KEY");
    }
}
