package io.litemaas.litellm;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts a scripted server where the application looks for LiteLLM. */
public final class ScriptedLiteLlm implements QuarkusTestResourceLifecycleManager {
    private ScriptedServer server;

    @Override
    public Map<String, String> start() {
        server = new ScriptedServer();
        return Map.of("litemaas.litellm.url", server.url(), "litemaas.litellm.key", Settings.KEY);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(ScriptedServer.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
