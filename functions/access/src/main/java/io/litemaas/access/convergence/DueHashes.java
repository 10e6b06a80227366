package io.litemaas.access.convergence;

import io.litemaas.litellm.KeyHash;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Marks credentials with which LiteLLM may not agree any more, in the transaction that changed what it should agree
 * with. What it should be is computed when it is looked at, never queued.
 */
public final class DueHashes {
    /** Wakes the convergence; the subject is whatever changed. */
    public static final String KEYS_CHANGED = "io.litemaas.key.changed.v1";

    /**
     * A pending one too: LiteLLM may be making it at this moment, by what held before. In the order of the hashes, so that
     * two who mark the same keys at once do not wait for each other.
     */
    private static final String MARK = """
            insert into access.convergence as d (hash, due_at)
            select c.hash, :now from access.credential c join access.key k on k.id = c.key_id
            where c.state in ('pending', 'active') and %s
            order by c.hash
            on conflict (hash) do update
              set due_at = least(d.due_at, excluded.due_at), attempt = 0, generation = d.generation + 1
            """;

    private final Handle handle;

    public DueHashes(Handle handle) {
        this.handle = handle;
    }

    /** The live credentials of a key. */
    public void ofKey(UUID keyId, Instant now) {
        mark("k.id = :id", keyId, now);
    }

    /** The live credentials of a person's keys. */
    public void ofOwner(UUID ownerId, Instant now) {
        mark("k.owner_id = :id", ownerId, now);
    }

    /** Some credentials by their hashes, whatever their state. */
    void of(Collection<KeyHash> hashes, Instant now) {
        handle.createUpdate("""
                insert into access.convergence as d (hash, due_at)
                select decode(h, 'hex'), :now from unnest(cast(:hashes as text[])) h order by h
                on conflict (hash) do update
                  set due_at = least(d.due_at, excluded.due_at), attempt = 0, generation = d.generation + 1
                """)
                .bind("hashes", hashes.stream().map(KeyHash::hex).toArray(String[]::new))
                .bind("now", now)
                .execute();
    }

    /** A credential that has ended: to be deleted, and looked for twice more, since a hung generate may come late. */
    public void ended(byte[] hash, Instant now) {
        handle.createUpdate("""
                insert into access.convergence as d (hash, due_at, looks_left) values (:hash, :now, 2)
                on conflict (hash) do update
                  set due_at = excluded.due_at, attempt = 0, generation = d.generation + 1, looks_left = 2
                """).bind("hash", hash).bind("now", now).execute();
    }

    private void mark(String which, UUID id, Instant now) {
        handle.createUpdate(MARK.formatted(which))
                .bind("id", id)
                .bind("now", now)
                .execute();
    }
}
