package io.litemaas.alerts.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** The one row of {@code alerts.told}: until when all that happened is known to have its messages. */
final class ToldDao {
    private final Handle handle;

    ToldDao(Handle handle) {
        this.handle = handle;
    }

    Instant until() {
        return handle.createQuery("select until from alerts.told")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    void moveOn(Instant until) {
        handle.createUpdate("update alerts.told set until = :until where until < :until")
                .bind("until", until)
                .execute();
    }
}
