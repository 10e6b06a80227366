package io.litemaas.litellm;

import io.litemaas.emulator.litellm.EmulatorOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on the emulator, which is to behave as the real proxy does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmulatorLiteLlmContractTest extends LiteLlmContract {
    private LiteLlmEmulator emulator;

    @BeforeAll
    void start() {
        emulator = LiteLlmEmulator.start(EmulatorOptions.defaults());
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Override
    String url() {
        return emulator.url();
    }

    @Override
    String masterKey() {
        return emulator.masterKey();
    }
}
