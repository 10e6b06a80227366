package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** Ends a key; its row moves to the archive, from which {@code /key/info} still answers. */
final class KeyRemoval {
    private final Store store;
    private final Ids ids;
    private final Clock clock;

    KeyRemoval(Store store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    void archive(String hash, Caller caller) {
        ObjectNode row = store.keys().remove(hash);
        row.put("id", ids.uuid());
        row.put("deleted_at", Times.stamp(clock.instant()));
        row.put("deleted_by", caller.userId());
        row.put("deleted_by_api_key", caller.keyHash());
        store.deletedKeys().add(row);
    }
}
