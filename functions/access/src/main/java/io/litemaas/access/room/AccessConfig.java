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
        /** Which one new credentials are derived from. */
        String current();

        /** All that some credential's value may still be asked for again, each at least 32 bytes in hexadecimal, by id. */
        Map<String, String> values();
    }
}
