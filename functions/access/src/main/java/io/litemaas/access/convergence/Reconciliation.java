package io.litemaas.access.convergence;

import io.litemaas.access.convergence.ReconcileDao.Known;
import io.litemaas.access.room.Fleet;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.KeyPage;
import io.litemaas.litellm.ListedKey;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares all keys of LiteLLM with all hashes that we ever made. What is wrong with a hash of ours is marked for the
 * convergence; a key that we don't know is never touched but shown as a conflict; and that one of ours is gone is
 * believed only up to the brake, and only from a LiteLLM that is ready and says so for that very key.
 */
@Singleton
public class Reconciliation {
    private final Room room;
    private final LiteLlmKeys keys;
    private final LiteLlmHealth health;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final SyncRuns runs;
    private final LostKeys lost;
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
        this.clock = clock;
        this.aliasPrefix = Alias.prefix(config.instance());
    }

    /** Runs once over everything. */
    public SyncRun run() {
        return runs.record(SyncRun.Kind.KEYS, () -> fleet.call(this::compare));
    }

    private SyncRuns.Result compare() {
        Instant started = clock.instant();
        List<ListedKey> listed = list();
        Map<String, Known> ours = room.read(handle -> new ReconcileDao(handle).all());
        int changed = 0;
        Set<String> seen = new HashSet<>();
        for (ListedKey key : listed) {
            seen.add(key.hash().hex());
            changed += compare(key, Optional.ofNullable(ours.get(key.hash().hex())));
        }
        List<Known> missing = ours.values().stream()
                .filter(known -> known.isActiveSince(started) && !seen.contains(known.hashHex()))
                .toList();
        long active = ours.values().stream()
                .filter(known -> known.isActiveSince(started))
                .count();
        if (!Brake.allows(missing.size(), (int) active)) {
            room.useTransaction(handle ->
                    new ConflictDao(handle).shrunkenListing(ids.next(), missing.size(), active, clock.instant()));
            return SyncRuns.Result.braked(
                    listed.size(), changed, missing.size() + " of " + active + " keys were not listed");
        }
        room.useTransaction(handle -> new ConflictDao(handle).listingIsWhole(clock.instant()));
        for (Known known : missing) {
            changed += confirmLost(known);
        }
        return SyncRuns.Result.done(listed.size(), changed);
    }

    private List<ListedKey> list() {
        List<ListedKey> all = new ArrayList<>();
        KeyPage page = keys.list(1, deadlines.start());
        all.addAll(page.keys());
        while (page.hasNext()) {
            page = keys.list(page.page() + 1, deadlines.start());
            all.addAll(page.keys());
        }
        return all;
    }

    /** Returns 1 where something is not as it should be. */
    private int compare(ListedKey key, Optional<Known> known) {
        if (known.isEmpty()) {
            return isOurs(key)
                    ? room.inTransaction(handle -> new ConflictDao(handle).unknownKey(ids.next(), key, clock.instant()))
                    : 0;
        }
        byte[] hash = HexFormat.of().parseHex(key.hash().hex());
        return room.inTransaction(handle -> {
            Optional<KeyFacts> facts = new KeyFactsDao(handle).ofHash(hash, clock.instant());
            boolean agrees = facts.filter(found -> agrees(key, found)).isPresent();
            if (!agrees) {
                new DueHashes(handle).one(hash, clock.instant());
            }
            return agrees ? 0 : 1;
        });
    }

    /** One of ours that LiteLLM shows in a form which we don't know is there, but not as it should be. */
    private boolean agrees(ListedKey key, KeyFacts facts) {
        if (facts.verdict(clock.instant()) == Verdict.PENDING) {
            return true;
        }
        return !facts.hasEnded()
                && key.key()
                        .filter(whole -> KeyConvergence.agrees(whole, facts, clock.instant()))
                        .isPresent();
    }

    /** A key under our alias, or of a user that only we make, which we never made. */
    private boolean isOurs(ListedKey key) {
        return key.alias().filter(alias -> alias.startsWith(aliasPrefix)).isPresent()
                || key.userId()
                        .filter(userId -> room.read(handle -> new ReconcileDao(handle).isOurUser(userId)))
                        .isPresent();
    }

    private int confirmLost(Known known) {
        boolean gone =
                keys.find(new KeyHash(known.hashHex()), deadlines.start()).isEmpty();
        if (gone && health.isReady(deadlines.start())) {
            lost.declare(known.credentialId());
            return 1;
        }
        return 0;
    }
}
