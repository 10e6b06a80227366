package io.litemaas.access.keys;

import io.litemaas.access.convergence.CredentialEnd;
import io.litemaas.access.convergence.DueHashes;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ends keys that have expired, and issuances that nobody finished within the hour in which the same header could. */
@Singleton
class EndKeysJob implements Job {
    private static final Duration FINISHABLE = Duration.ofHours(1);
    private static final int SLICE = 50;

    /**
     * In the order of the hashes, in which they are marked: all who mark several do so, so that none waits in a ring. What is
     * over is found first, by steps through the indexes: of the keys whose time is over most have ended long ago.
     */
    static final String OVER = """
            select c.id, case c.state when 'pending' then 'failed' else 'expired' end as state
            from access.credential c join access.key k on k.id = c.key_id
            where c.id in (
              (select e.id from access.credential e
               join (
                 select id from access.key where ended_at is null and expires_at <= :now order by expires_at limit :slice) x
                 on x.id = e.key_id
               where e.state = 'active')
              union all
              (select id from access.credential where state = 'pending' and created_at < :abandoned
               order by created_at limit :slice))
            order by c.hash limit :slice for update of k, c skip locked
            """;

    private final Room room;
    private final Outbox outbox;
    private final CredentialEnd end;
    private final Clock clock;

    EndKeysJob(@DataSource("access") Room room, @DataSource("access") Outbox outbox, CredentialEnd end, Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.end = end;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "access.end-keys";
    }

    @Override
    public boolean slice() {
        Instant now = clock.instant();
        return SLICE
                == room.inTransaction(handle -> {
                    List<Over> over = over(handle, now);
                    for (Over credential : over) {
                        end.end(handle, credential.id(), credential.state(), now)
                                .ifPresent(keyId ->
                                        outbox.announce(handle, DueHashes.KEYS_CHANGED, keyId.toString(), Map.of()));
                    }
                    return over.size();
                });
    }

    private static List<Over> over(Handle handle, Instant now) {
        return handle.createQuery(OVER)
                .bind("now", now)
                .bind("abandoned", now.minus(FINISHABLE))
                .bind("slice", SLICE)
                .map((row, context) -> new Over(row.getObject("id", UUID.class), row.getString("state")))
                .list();
    }

    private record Over(UUID id, String state) {}
}
