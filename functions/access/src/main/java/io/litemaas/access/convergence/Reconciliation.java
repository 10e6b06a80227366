package io.litemaas.access.convergence;

import io.litemaas.access.convergence.ReconcileDao.Known;
import io.litemaas.access.room.Fleet;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.KeyPage;
import io.litemaas.litellm.ListedKey;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.job.Job;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares all keys of LiteLLM with all hashes that we ever made. What is wrong with a hash of ours is marked for the
 * convergence; a key that we don't know is never touched but shown as a conflict; and that one of ours is gone is
 * believed only up to the brake, and only from a LiteLLM that is ready and says so for that very key.
 */
@Singleton
public class Reconciliation {
    private static final String LISTING = "keys";

    private final Room room;
    private final LiteLlmKeys keys;
    private final LiteLlmHealth health;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final SyncRuns runs;
    private final LostKeys lost;
    private final Refusals refusals;
    private final Clock clock;
    private final Ids ids;
    private final String aliasPrefix;

    Reconciliation(
            @DataSource("access") Room room,
            LiteLlmKeys keys,
            LiteLlmHealth health,
            Deadlines deadlines,
            Fleet fleet,
            SyncRuns runs,
            LostKeys lost,
            Refusals refusals,
            Clock clock,
            Ids ids,
            PlatformConfig config) {
        this.ids = ids;
        this.room = room;
        this.keys = keys;
        this.health = health;
        this.deadlines = deadlines;
        this.fleet = fleet;
        this.runs = runs;
        this.lost = lost;
        this.refusals = refusals;
        this.clock = clock;
        this.aliasPrefix = Alias.prefix(config.instance());
    }

    /**
     * Runs once over everything. What is there is settled page by page; of what is missing nothing is concluded before the
     * last.
     *
     * @param lease of whoever runs it, which may take longer than they have time at once
     */
    SyncRun run(Job.Lease lease) {
        try {
            return runs.record(SyncRun.Kind.KEYS, () -> compare(lease));
        } catch (LiteLlmException e) {
            if (e.isLasting()) {
                refusals.note(LISTING, e);
            }
            throw e;
        }
    }

    private SyncRuns.Result compare(Job.Lease lease) {
        Instant started = clock.instant();
        Set<String> seen = new HashSet<>();
        int listed = 0;
        int changed = 0;
        for (Optional<KeyPage> page = Optional.of(list(1)); page.isPresent(); page = after(page.get())) {
            if (!lease.extend()) {
                return SyncRuns.Result.failed("another run took over");
            }
            List<ListedKey> keysOfPage = page.get().keys();
            keysOfPage.forEach(key -> seen.add(key.hash().hex()));
            listed += keysOfPage.size();
            changed += room.inTransaction(
                    handle -> new PageComparison(handle, aliasPrefix, ids, clock.instant()).compare(keysOfPage));
        }
        return conclude(missing(started, seen), listed, changed, lease);
    }

    private Optional<KeyPage> after(KeyPage page) {
        return page.hasNext() ? Optional.of(list(page.page() + 1)) : Optional.empty();
    }

    private KeyPage list(int page) {
        return fleet.call(() -> keys.list(page, deadlines.start()));
    }

    private Missing missing(Instant started, Set<String> seen) {
        List<Known> active = room.read(handle -> new ReconcileDao(handle).activeBefore(started));
        return Missing.of(active, seen);
    }

    private SyncRuns.Result conclude(Missing missing, int listed, int changed, Job.Lease lease) {
        if (!missing.isBelievable() && !isConfirmed(missing)) {
            room.useTransaction(
                    handle -> new ConflictDao(handle).shrunkenListing(ids.next(), missing, clock.instant()));
            return SyncRuns.Result.braked(listed, changed, missing.text());
        }
        room.useTransaction(handle -> {
            new ConflictDao(handle).listingIsWhole(clock.instant());
            refusals.taken(handle, LISTING);
        });
        int lostKeys = 0;
        for (Known known : missing.keys()) {
            if (!lease.extend()) {
                return SyncRuns.Result.failed("another run took over");
            }
            lostKeys += confirmLost(known);
        }
        return SyncRuns.Result.done(listed, changed + lostKeys);
    }

    /** An admin is believed about the listing, not about each key: LiteLLM is asked for each of them all the same. */
    private boolean isConfirmed(Missing missing) {
        return room.read(handle -> new ConflictDao(handle).isConfirmed(missing));
    }

    private int confirmLost(Known known) {
        if (isGone(known) && health.isReady(deadlines.start())) {
            lost.declare(known.credentialId());
            return 1;
        }
        return 0;
    }

    /** That LiteLLM refuses to speak of one key keeps no other from its turn. */
    private boolean isGone(Known known) {
        try {
            boolean gone = fleet.call(() -> keys.find(new KeyHash(known.hashHex()), deadlines.start()))
                    .isEmpty();
            room.useTransaction(handle -> refusals.taken(handle, known.hashHex()));
            return gone;
        } catch (LiteLlmException e) {
            if (!e.isLasting()) {
                throw e;
            }
            refusals.note(known.hashHex(), e);
            return false;
        }
    }
}
