package io.litemaas.access.convergence;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.convergence}. */
final class ConvergenceDao {
    static final int BATCH = 10;

    private final Handle handle;

    ConvergenceDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes hashes for one attempt, each due again later should it fail: after 5 s, 10 s, 20 s, 40 s, then each minute. Not
     * later, since after an outage a key that was revoked during it works until then.
     */
    List<Due> claim(Instant now) {
        return handle.createQuery("""
                update access.convergence
                set attempt = attempt + 1,
                    due_at = cast(:now as timestamptz)
                      + least(interval '5 seconds' * power(2, least(attempt, 10)), interval '1 minute')
                where hash in (
                  select hash from access.convergence where due_at <= :now
                  order by due_at limit :batch for update skip locked)
                returning hash, generation
                """)
                .bind("now", now)
                .bind("batch", BATCH)
                .map((row, context) -> new Due(row.getBytes("hash"), row.getLong("generation")))
                .list();
    }

    /** Is done with a hash for now, unless it was marked again meanwhile; one that must stay gone is looked for again. */
    void done(Due due, Instant now) {
        handle.createUpdate("""
                with again as (
                  update access.convergence
                  set looks_left = looks_left - 1, attempt = 0, cause = null,
                      due_at = cast(:now as timestamptz)
                        + case looks_left when 2 then interval '10 minutes' else interval '24 hours' end
                  where hash = :hash and generation = :generation and looks_left > 0)
                delete from access.convergence where hash = :hash and generation = :generation and looks_left = 0
                """)
                .bind("hash", due.hash())
                .bind("generation", due.generation())
                .bind("now", now)
                .execute();
    }

    void failed(Due due, String cause) {
        handle.createUpdate("update access.convergence set cause = :cause where hash = :hash")
                .bind("cause", cause)
                .bind("hash", due.hash())
                .execute();
    }

    @SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
    record Due(byte[] hash, long generation) {}
}
