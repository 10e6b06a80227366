package io.litemaas.identity.room;

import io.litemaas.platform.config.PlatformConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses to start where no session could be kept, or none safely. */
@Singleton
class CheckAtStart {
    private final IdentityConfig identity;
    private final PlatformConfig platform;

    CheckAtStart(IdentityConfig identity, PlatformConfig platform) {
        this.identity = identity;
        this.platform = platform;
    }

    void check(@Observes StartupEvent start) {
        new Origin(identity.publicUrl(), platform.secureCookies()).fault().ifPresent(fault -> {
            throw new IllegalStateException(fault);
        });
    }
}
