package io.litemaas.alerts.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this room alone is told. */
@ConfigMapping(prefix = "litemaas.alerts")
public interface AlertsConfig {

    Seal seal();

    /** For how long a message is offered to a webhook that does not take it; then it is given up. */
    @WithDefault("P3D")
    Duration giveUpAfter();

    /** The keys without which the database does not give the webhooks' secrets; kept nowhere else. */
    interface Seal {
        /** The id of the sealing key that new secrets of webhooks are sealed with. */
        String current();

        /**
         * The sealing keys by id, each 32 bytes in hexadecimal: the current one, and each earlier one that some webhook's secret
         * is still sealed with.
         */
        Map<String, String> values();
    }
}
