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

    /** In the order of the hashes, in which they are marked: all who mark several do so, so that none waits in a ring. */
    private static List<Over> over(Handle handle, Instant now) {
        return handle.createQuery("""
                select c.id, case c.state when 'pending' then 'failed' else 'expired' end as state
                from access.credential c join access.key k on k.id = c.key_id
                where (c.state = 'active' and k.expires_at <= :now)
                   or (c.state = 'pending' and c.created_at < :abandoned)
                order by c.hash limit :slice for update of k, c skip locked
                """)
                .bind("now", now)
                .bind("abandoned", now.minus(FINISHABLE))
                .bind("slice", SLICE)
                .map((row, context) -> new Over(row.getObject("id", UUID.class), row.getString("state")))
                .list();
    }

    private record Over(UUID id, String state) {}
}
