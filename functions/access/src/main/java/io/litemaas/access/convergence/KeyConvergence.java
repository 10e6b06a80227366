package io.litemaas.access.convergence;

import io.litemaas.access.convergence.ConvergenceDao.Due;
import io.litemaas.access.room.Fleet;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.Key;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.KeyUpdate;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Makes LiteLLM's keys what our rows say. Nothing else writes models, limits and blocks of keys there, or deletes them.
 * What our own rows order needs no brake.
 */
@Singleton
public class KeyConvergence {
    private static final int BATCH = 10;

    /** How long whoever was woken works on; a broker waits longer for its handler. What is left then, the job takes. */
    private static final Duration WAKE = Duration.ofSeconds(20);

    /** How seldom LiteLLM is asked again for what it refused. */
    private static final Duration SELDOM = Duration.ofMinutes(15);

    /** Long enough for our own statements too, and not so long that a process which died keeps a hash from others for long. */
    private static final Duration LEASE = Deadlines.LONGEST.plusSeconds(3);

    private final Room room;
    private final LiteLlmKeys keys;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final Refusals refusals;
    private final Clock clock;

    KeyConvergence(
            @DataSource("access") Room room,
            LiteLlmKeys keys,
            Deadlines deadlines,
            Fleet fleet,
            Refusals refusals,
            Clock clock) {
        this.refusals = refusals;
        this.room = room;
        this.keys = keys;
        this.deadlines = deadlines;
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * Converges all that is due, as far as that goes in the time of one event: who loses the right to many keys shall lose
     * them now, not ten with each tick.
     */
    public void convergeAllDue() {
        Instant end = clock.instant().plus(WAKE);
        boolean more = true;
        while (more && clock.instant().isBefore(end)) {
            more = convergeDue();
        }
    }

    /** Converges the hashes that are due, some at a time. Returns whether more may be due. */
    boolean convergeDue() {
        for (int i = 0; i < BATCH; i++) {
            Optional<Due> due = room.inTransaction(handle -> new ConvergenceDao(handle).claim(clock.instant(), LEASE));
            if (due.isEmpty() || !converge(due.get())) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether another hash may fare better now. */
    private boolean converge(Due due) {
        try {
            boolean agrees = fleet.call(() -> converge(due.hash(), deadlines.start()));
            room.useTransaction(handle -> {
                ConvergenceDao dao = new ConvergenceDao(handle);
                refusals.taken(handle, name(due).hex());
                if (agrees) {
                    dao.done(due, clock.instant());
                } else {
                    dao.failed(due, "LiteLLM does not agree yet");
                }
            });
            return true;
        } catch (LiteLlmException e) {
            room.useTransaction(handle -> failed(handle, due, e));
            return e.pause().isEmpty();
        }
    }

    private void failed(Handle handle, Due due, LiteLlmException failure) {
        ConvergenceDao dao = new ConvergenceDao(handle);
        Instant now = clock.instant();
        if (failure.pause().isPresent()) {
            dao.leftAlone(due, failure.getMessage(), now.plus(failure.pause().get()));
        } else if (failure.isLasting()) {
            refusals.note(handle, name(due).hex(), failure);
            dao.refused(due, failure.getMessage(), now.plus(SELDOM));
        } else {
            dao.failed(due, failure.getMessage());
        }
    }

    private static KeyHash name(Due due) {
        return new KeyHash(HexFormat.of().formatHex(due.hash()));
    }

    /**
     * Returns whether LiteLLM agrees now; never for a pending credential, which belongs to its issuance and is looked at after
     * that.
     */
    private boolean converge(byte[] hash, Deadline deadline) {
        KeyHash name = new KeyHash(HexFormat.of().formatHex(hash));
        Optional<KeyFacts> facts = room.read(handle -> new KeyFactsDao(handle).ofHash(hash, clock.instant()));
        if (facts.map(KeyFacts::hasEnded).orElseGet(() -> isOrderedToGo(name))) {
            keys.delete(name, deadline);
            return true;
        }
        return facts.isEmpty() || converge(name, facts.get(), deadline);
    }

    /** One that LiteLLM does not have is for the reconcile to judge, which has a brake. */
    private boolean converge(KeyHash name, KeyFacts facts, Deadline deadline) {
        if (facts.verdict(clock.instant()) == Verdict.PENDING) {
            return false;
        }
        Optional<Key> differing = keys.find(name, deadline).filter(key -> !agrees(key, facts, clock.instant()));
        differing.ifPresent(key -> apply(facts, key, deadline));
        return differing.isEmpty()
                || keys.find(name, deadline)
                        .filter(key -> !agrees(key, facts, clock.instant()))
                        .isEmpty();
    }

    private boolean isOrderedToGo(KeyHash unknown) {
        return room.read(handle -> new ConflictDao(handle).isOrderedToGo(unknown));
    }

    private void apply(KeyFacts facts, Key actual, Deadline deadline) {
        boolean blocked = facts.verdict(clock.instant()) != Verdict.VALID;
        if (blocked && !actual.blocked()) {
            keys.block(actual.hash(), deadline);
        }
        if (!hasTerms(actual, facts)) {
            keys.update(new KeyUpdate(actual.hash(), facts.models(), facts.limits(), actual.metadata()), deadline);
        }
        if (!blocked && actual.blocked()) {
            keys.unblock(actual.hash(), deadline);
        }
    }

    /** Whether LiteLLM's key is as our facts have it. */
    static boolean agrees(Key actual, KeyFacts facts, Instant now) {
        return hasTerms(actual, facts) && actual.blocked() == (facts.verdict(now) != Verdict.VALID);
    }

    private static boolean hasTerms(Key actual, KeyFacts facts) {
        return Set.copyOf(actual.models()).equals(Set.copyOf(facts.models()))
                && actual.limits().isSameAs(facts.limits());
    }
}
