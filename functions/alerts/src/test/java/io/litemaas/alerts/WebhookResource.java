package io.litemaas.alerts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the room under test call receivers on this machine: at 127.0.0.1, and nowhere else that is not public. */
public final class WebhookResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "litemaas.alerts.outgoing.allowed-networks", "127.0.0.1/32",
                "litemaas.alerts.outgoing.allow-http", "true",
                "litemaas.alerts.outgoing.connect-timeout", "PT1S",
                "litemaas.alerts.outgoing.timeout", "PT1.5S");
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
