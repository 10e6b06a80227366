package io.litemaas.suite;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.event.HttpSink;
import io.litemaas.platform.event.Sink;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the suite's events go: to a broker if there is one ({@code litemaas.sink}), else to its own handlers. */
class SuiteSink {

    @Produces
    @Singleton
    Sink sink(PlatformConfig config, HttpSink broker, LoopbackSink loopback) {
        return config.sink().isPresent() ? broker : loopback;
    }
}
