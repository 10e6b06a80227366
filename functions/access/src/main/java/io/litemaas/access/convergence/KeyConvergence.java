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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes LiteLLM's keys what our rows say. Nothing else writes models, limits and blocks of keys there, or deletes them.
 * What our own rows order needs no brake.
 */
@Singleton
public class KeyConvergence {
    private final Room room;
    private final LiteLlmKeys keys;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final Clock clock;

    KeyConvergence(@DataSource("access") Room room, LiteLlmKeys keys, Deadlines deadlines, Fleet fleet, Clock clock) {
        this.room = room;
        this.keys = keys;
        this.deadlines = deadlines;
        this.fleet = fleet;
        this.clock = clock;
    }

    /** Converges the hashes that are due, some at a time. Returns whether more are due. */
    public boolean convergeDue() {
        List<Due> due = room.inTransaction(handle -> new ConvergenceDao(handle).claim(clock.instant()));
        for (Due one : due) {
            try {
                if (fleet.call(() -> converge(one.hash(), deadlines.start()))) {
                    room.useTransaction(handle -> new ConvergenceDao(handle).done(one, clock.instant()));
                }
            } catch (LiteLlmException e) {
                room.useTransaction(handle -> new ConvergenceDao(handle).failed(one, e.getMessage()));
            }
        }
        return due.size() == ConvergenceDao.BATCH;
    }

    /** Returns false where it is too early: a pending credential belongs to its issuance, and is looked at after that. */
    private boolean converge(byte[] hash, Deadline deadline) {
        KeyHash name = new KeyHash(HexFormat.of().formatHex(hash));
        Optional<KeyFacts> facts = room.read(handle -> new KeyFactsDao(handle).ofHash(hash, clock.instant()));
        if (facts.isEmpty()) {
            return true;
        }
        if (facts.get().verdict(clock.instant()) == Verdict.PENDING) {
            return false;
        }
        if (facts.get().hasEnded()) {
            keys.delete(name, deadline);
        } else {
            // one that LiteLLM does not have is for the reconcile to judge, which has a brake
            keys.find(name, deadline).ifPresent(actual -> apply(facts.get(), actual, deadline));
        }
        return true;
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

    /** Whether LiteLLM's key may call what ours may, as fast. */
    static boolean hasTerms(Key actual, KeyFacts facts) {
        return Set.copyOf(actual.models()).equals(Set.copyOf(facts.models()))
                && actual.limits().isSameAs(facts.limits());
    }
}
