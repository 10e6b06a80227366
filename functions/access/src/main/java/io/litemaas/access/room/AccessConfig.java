package io.litemaas.access.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What this room alone is told. */
@ConfigMapping(prefix = "litemaas.access")
public interface AccessConfig {

    /** How many keys that have not ended one user may have. */
    @WithDefault("20")
    int keysPerUser();

    Pepper pepper();

    /** The secret without which the database gives no key's value; kept nowhere else. */
    interface Pepper {
        /** The id of the pepper that the values of new keys are derived from. */
        String current();

        /**
         * The peppers by id, each at least 32 bytes in hexadecimal: the current one, and each earlier one of which some key's
         * value may still be asked for again.
         */
        Map<String, String> values();
    }
}
