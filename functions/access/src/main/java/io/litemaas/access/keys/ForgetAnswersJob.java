package io.litemaas.access.keys;

import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets requests after 24 hours, and in the same statement erases the nonces by which their values could be derived. */
@Singleton
class ForgetAnswersJob implements Job {
    private static final Duration LIVES = Duration.ofHours(24);
    private static final int SLICE = 1000;

    private final Room room;
    private final Clock clock;

    ForgetAnswersJob(@DataSource("access") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "access.forget-answers";
    }

    @Override
    public boolean slice() {
        return SLICE
                == room.inTransaction(handle -> handle.createQuery("""
                        with forgotten as (
                          delete from access.idempotency
                          where ctid in (select ctid from access.idempotency where created_at < :before limit :slice)
                          returning ref),
                        erased as (
                          update access.credential c set nonce = null from forgotten f where c.id = f.ref)
                        select count(*) from forgotten
                        """)
                        .bind("before", clock.instant().minus(LIVES))
                        .bind("slice", SLICE)
                        .mapTo(Integer.class)
                        .one());
    }
}
