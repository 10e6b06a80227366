package io.litemaas.access.convergence;

import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Declares keys lost that LiteLLM no longer has: we can't remake them, their owners are told and issue new ones. */
@Singleton
class LostKeys {
    private final Room room;
    private final Outbox outbox;
    private final CredentialEnd end;
    private final Clock clock;

    LostKeys(@DataSource("access") Room room, @DataSource("access") Outbox outbox, CredentialEnd end, Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.end = end;
        this.clock = clock;
    }

    void declare(UUID credentialId) {
        room.useTransaction(handle -> end.end(handle, credentialId, "lost", clock.instant())
                .ifPresent(keyId ->
                        outbox.announce(handle, "io.litemaas.key.lost.v1", keyId.toString(), Map.of("key", keyId))));
    }
}
