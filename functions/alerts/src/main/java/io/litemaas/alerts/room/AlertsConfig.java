package io.litemaas.alerts.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this room alone is told. */
@ConfigMapping(prefix = "litemaas.alerts")
public interface AlertsConfig {

    Seal seal();

    /** For how long a message is offered to a webhook that does not take it. */
    @WithDefault("P3D")
    Duration giveUpAfter();

    /** The keys without which the database does not give the webhooks' secrets; kept nowhere else. */
    interface Seal {
        /** Which one seals new secrets. */
        String current();

        /** All that some secret is sealed with, each 32 bytes in hexadecimal, by id. */
        Map<String, String> values();
    }
}
