package io.litemaas.alerts.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings with little patience. */
record FakeConfig(List<String> networks, boolean allowHttp) implements OutgoingConfig {

    @Override
    public Optional<List<String>> allowedNetworks() {
        return Optional.of(networks);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofMillis(700);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }
}
