package io.litemaas.suite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How badly the suite's relay behaves: a broker may do all of this, so whoever doubts a handler can switch it on. */
@ConfigMapping(prefix = "litemaas.suite.delivery")
interface DeliveryConfig {

    /** Deliver each event twice. */
    @WithDefault("false")
    boolean duplicate();

    /** Let an event wait until a later one has overtaken it. */
    @WithDefault("false")
    boolean reorder();

    /** Wait before each delivery. */
    @WithDefault("0s")
    Duration delay();

    /** Drop each n-th delivery on its way, as if it had failed; it is retried. 0 drops none. */
    @WithDefault("0")
    int failEvery();
}
