package io.litemaas.access;

import io.litemaas.emulator.litellm.EmulatorOptions;
import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the room under test a LiteLLM of its own, and a pepper. */
public final class LiteLlmResource implements QuarkusTestResourceLifecycleManager {
    private static LiteLlmEmulator emulator;

    /** The emulator of this test run. */
    public static LiteLlmEmulator emulator() {
        return emulator;
    }

    @Override
    public Map<String, String> start() {
        emulator = LiteLlmEmulator.start(EmulatorOptions.defaults());
        return Map.of(
                "litemaas.litellm.url",
                emulator.url(),
                "litemaas.litellm.key",
                emulator.masterKey(),
                // what hangs is given up sooner than a request's deadline would
                "quarkus.fault-tolerance.\"io.litemaas.litellm.Guard/exchange\".timeout.value",
                "2",
                "litemaas.access.pepper.current",
                "p1",
                "litemaas.access.pepper.values.p1",
                "0123456789abcdef".repeat(4),
                "litemaas.access.keys-per-user",
                "5");
    }

    @Override
    public void stop() {
        emulator.close();
    }
}
