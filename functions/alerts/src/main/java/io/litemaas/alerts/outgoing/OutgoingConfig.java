package io.litemaas.alerts.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where calls to the world may go, and how long they may take. */
@ConfigMapping(prefix = "litemaas.alerts.outgoing")
public interface OutgoingConfig {

    /** Networks in which webhooks may be called although they are not public, such as {@code 10.20.0.0/16}. */
    Optional<List<String>> allowedNetworks();

    /** Whether webhooks at addresses without TLS may be called too. */
    @WithDefault("false")
    boolean allowHttp();

    /** How long the connection to a webhook may take to be made. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** How long a whole call of a webhook may take, its name's resolution included. */
    @WithDefault("PT10S")
    Duration timeout();
}
