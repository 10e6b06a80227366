package io.litemaas.access.convergence;

import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.ListedKey;
import io.litemaas.platform.id.Ids;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Compares a page of LiteLLM's keys with our rows in one transaction and a fixed number of statements, however many of the
 * keys are others'; only a conflict that is shown takes one of its own.
 */
final class PageComparison {
    private final Handle handle;
    private final String aliasPrefix;
    private final Ids ids;
    private final Instant now;

    PageComparison(Handle handle, String aliasPrefix, Ids ids, Instant now) {
        this.handle = handle;
        this.aliasPrefix = aliasPrefix;
        this.ids = ids;
        this.now = now;
    }

    /** Marks those of ours that are not as they should be, shows those that should not be; returns how many that are. */
    int compare(List<ListedKey> page) {
        List<KeyHash> hashes = page.stream().map(ListedKey::hash).toList();
        Map<KeyHash, KeyFacts> ours = new KeyFactsDao(handle).ofHashes(hashes, now);
        List<KeyHash> differing = page.stream()
                .filter(key -> ours.containsKey(key.hash()) && !agrees(key, ours.get(key.hash())))
                .map(ListedKey::hash)
                .toList();
        new DueHashes(handle).of(differing, now);
        new ConflictDao(handle).listed(hashes, now);
        List<ListedKey> unknown =
                page.stream().filter(key -> !ours.containsKey(key.hash())).toList();
        return differing.size() + show(unknown);
    }

    /** One of ours that LiteLLM shows in a form which we don't know is there, but not as it should be. */
    private boolean agrees(ListedKey key, KeyFacts facts) {
        if (facts.verdict(now) == Verdict.PENDING) {
            return true;
        }
        return !facts.hasEnded()
                && key.key()
                        .filter(whole -> KeyConvergence.agrees(whole, facts, now))
                        .isPresent();
    }

    /** Of keys that we never made those under our alias, or of a user that only we make. */
    private int show(List<ListedKey> unknown) {
        Set<String> people = new ReconcileDao(handle)
                .ourUsersAmong(unknown.stream()
                        .map(ListedKey::userId)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        ConflictDao conflicts = new ConflictDao(handle);
        return unknown.stream()
                .filter(key -> key.alias()
                                .filter(alias -> alias.startsWith(aliasPrefix))
                                .isPresent()
                        || key.userId().filter(people::contains).isPresent())
                .sorted(Comparator.comparing(key -> key.hash().hex()))
                .mapToInt(key -> conflicts.unknownKey(ids.next(), key, now))
                .sum();
    }
}
