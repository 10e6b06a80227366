package io.litemaas.access.keys;

import io.litemaas.access.convergence.KeyFacts;
import io.litemaas.access.convergence.KeyFactsDao;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements about keys that exist. */
final class KeyDao {
    private static final Duration LOST_LATELY = Duration.ofDays(30);

    private final Handle handle;

    KeyDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * Newest first, with what is known about each in a fixed number of statements. Of those that have ended only those that
     * were lost lately are shown unasked: their owners did not end them, and have to do something.
     */
    List<VirtualKey> list(Optional<UUID> owner, boolean ended, Optional<UUID> after, int limit, Instant now) {
        List<UUID> ids = handle.createQuery("""
                select id from access.key
                where (cast(:owner as uuid) is null or owner_id = :owner)
                  and (:ended or ended_at is null or ended_at > :lately and exists (
                    select from access.credential c where c.key_id = key.id and c.state = 'lost'))
                  and (cast(:after as uuid) is null or id < :after)
                order by id desc limit :limit
                """)
                .bind("owner", owner.orElse(null))
                .bind("ended", ended)
                .bind("lately", now.minus(LOST_LATELY))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
        return shown(ids, now);
    }

    Optional<VirtualKey> find(UUID id, Instant now) {
        return shown(List.of(id), now).stream().findFirst();
    }

    /** The key's owner, with the key held against changes; empty where there is none. */
    Optional<UUID> lockOwner(UUID id) {
        return handle.createQuery("select owner_id from access.key where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
    }

    List<UUID> liveCredentials(UUID keyId) {
        return handle.createQuery("""
                select id from access.credential where key_id = :keyId and state in ('pending', 'active')
                """).bind("keyId", keyId).mapTo(UUID.class).list();
    }

    void block(UUID keyId, String reason, UUID by, Optional<String> note, Instant now) {
        handle.createUpdate("""
                insert into access.key_block (key_id, reason, blocked_by, blocked_at, note)
                values (:keyId, :reason, :by, :now, :note)
                on conflict (key_id, reason) do nothing
                """)
                .bind("keyId", keyId)
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", now)
                .bind("note", note.orElse(null))
                .execute();
    }

    /** Returns whether it was blocked for that reason. */
    boolean unblock(UUID keyId, String reason) {
        return 1
                == handle.createUpdate("delete from access.key_block where key_id = :keyId and reason = :reason")
                        .bind("keyId", keyId)
                        .bind("reason", reason)
                        .execute();
    }

    private List<VirtualKey> shown(List<UUID> ids, Instant now) {
        List<KeyFacts> facts = new KeyFactsDao(handle).ofKeys(ids, now);
        Set<UUID> pending = pending(ids);
        return facts.stream()
                .map(fact -> VirtualKey.of(fact, !pending.contains(fact.keyId()), now))
                .toList();
    }

    /** A hash that is looked for again only to be sure is not pending. */
    private Set<UUID> pending(List<UUID> ids) {
        return new HashSet<>(handle.createQuery("""
                select c.key_id from access.credential c join access.convergence d on d.hash = c.hash
                where c.key_id = any(cast(:ids as uuid[])) and (c.state = 'active' or d.looks_left = 2)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }
}
