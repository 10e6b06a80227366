package io.litemaas.platform.id;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The clock and the randomness of this process, so that a test can put its own in their place. */
class Sources {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    SecureRandom randomness() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Ids ids(SecureRandom randomness) {
        return new Ids(randomness);
    }
}
