package io.litemaas.access.convergence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.convergence}. Who lost the lease of a hash has no say in it any more. */
final class ConvergenceDao {
    private final Handle handle;

    ConvergenceDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes a hash for one attempt, due again later should it fail: after 5 s, 10 s, 20 s, 40 s, then each minute. Not later,
     * since after an outage a key that was revoked during it works until then. Nobody else gets it meanwhile.
     */
    Optional<Due> claim(Instant now, Duration lease) {
        return handle.createQuery("""
                update access.convergence
                set attempt = attempt + 1, lease_until = :leaseUntil,
                    due_at = cast(:now as timestamptz)
                      + least(interval '5 seconds' * power(2, least(attempt, 10)), interval '1 minute')
                where hash = (
                  select hash from access.convergence
                  where due_at <= :now and (lease_until is null or lease_until <= :now)
                  order by due_at limit 1 for update skip locked)
                returning hash, generation, lease_until
                """)
                .bind("now", now)
                .bind("leaseUntil", now.plus(lease))
                .map((row, context) -> new Due(
                        row.getBytes("hash"),
                        row.getLong("generation"),
                        row.getObject("lease_until", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /**
     * Is done with a hash for now, unless it was marked again meanwhile; one that must stay gone is looked for again. The
     * lease is given up first and whatever the generation: a mark that commits between would else leave it standing.
     */
    void done(Due due, Instant now) {
        Optional<Long> generation = handle.createQuery("""
                update access.convergence set lease_until = null
                where hash = :hash and lease_until = :lease returning generation
                """)
                .bind("hash", due.hash())
                .bind("lease", due.leaseUntil())
                .mapTo(Long.class)
                .findOne();
        if (generation.filter(found -> found == due.generation()).isPresent()) {
            lookAgainOrForget(due.hash(), now);
        }
    }

    private void lookAgainOrForget(byte[] hash, Instant now) {
        handle.createUpdate("""
                with again as (
                  update access.convergence
                  set looks_left = looks_left - 1, attempt = 0, cause = null,
                      due_at = cast(:now as timestamptz)
                        + case looks_left when 2 then interval '10 minutes' else interval '24 hours' end
                  where hash = :hash and looks_left > 0)
                delete from access.convergence where hash = :hash and looks_left = 0
                """).bind("hash", hash).bind("now", now).execute();
    }

    void failed(Due due, String cause) {
        handle.createUpdate("""
                update access.convergence set cause = :cause, lease_until = null
                where hash = :hash and lease_until = :lease
                """)
                .bind("hash", due.hash())
                .bind("lease", due.leaseUntil())
                .bind("cause", cause)
                .execute();
    }

    /** Nothing was learnt about this hash, since nothing is asked of LiteLLM for a while: the attempt does not count. */
    void leftAlone(Due due, String cause, Instant notBefore) {
        handle.createUpdate("""
                update access.convergence
                set cause = :cause, lease_until = null, attempt = greatest(attempt - 1, 0),
                    due_at = greatest(due_at, :notBefore)
                where hash = :hash and lease_until = :lease
                """)
                .bind("hash", due.hash())
                .bind("lease", due.leaseUntil())
                .bind("cause", cause)
                .bind("notBefore", notBefore)
                .execute();
    }

    /** LiteLLM would refuse it again: it is asked seldom, until somebody changes something about the key. */
    void refused(Due due, String cause, Instant again) {
        handle.createUpdate("""
                update access.convergence
                set cause = :cause, lease_until = null,
                    due_at = case when generation = :generation then :again else due_at end
                where hash = :hash and lease_until = :lease
                """)
                .bind("hash", due.hash())
                .bind("lease", due.leaseUntil())
                .bind("generation", due.generation())
                .bind("cause", cause)
                .bind("again", again)
                .execute();
    }

    @SuppressWarnings("ArrayRecordComponent") // bound into SQL, never compared
    record Due(byte[] hash, long generation, Instant leaseUntil) {}
}
