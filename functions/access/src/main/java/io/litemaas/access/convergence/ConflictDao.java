package io.litemaas.access.convergence;

import io.litemaas.litellm.KeyHash;
import io.litemaas.litellm.ListedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.conflict}: one open conflict for each thing that can't be healed. */
final class ConflictDao {
    private final Handle handle;

    ConflictDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * Returns 1 if the conflict is new. One that an admin dismissed is decided, and does not come back with the next run; nor
     * does one that is about to be deleted.
     */
    int unknownKey(UUID id, ListedKey key, Instant now) {
        return handle.createUpdate("""
                insert into access.conflict (id, kind, object, detail, found_at)
                select :id, 'unknown_key', :object,
                       jsonb_build_object('alias', cast(:alias as text), 'userId', cast(:userId as text)), :now
                where not exists (
                  select from access.conflict d
                  where d.kind = 'unknown_key' and d.object = :object
                    and (d.resolution = 'dismiss'
                         or d.resolution = 'delete'
                            and exists (select from access.convergence where hash = decode(d.object, 'hex'))))
                on conflict do nothing
                """)
                .bind("id", id)
                .bind("object", key.hash().hex())
                .bind("alias", key.alias().orElse(null))
                .bind("userId", key.userId().orElse(null))
                .bind("now", now)
                .execute();
    }

    /** One for each set of keys: what an admin reads is what they decide on, though the next run may miss others. */
    void shrunkenListing(UUID id, Missing missing, Instant now) {
        handle.createUpdate("""
                update access.conflict set resolved_at = :now, resolution = 'superseded'
                where kind = 'shrunken_listing' and resolved_at is null
                  and detail ->> 'fingerprint' is distinct from :fingerprint
                """)
                .bind("now", now)
                .bind("fingerprint", missing.fingerprint())
                .execute();
        handle.createUpdate("""
                insert into access.conflict (id, kind, object, detail, found_at)
                values (:id, 'shrunken_listing', 'keys',
                  jsonb_build_object('missing', cast(:missing as integer), 'active', cast(:active as integer),
                    'fingerprint', cast(:fingerprint as text)), :now)
                on conflict do nothing
                """)
                .bind("id", id)
                .bind("missing", missing.keys().size())
                .bind("active", missing.of())
                .bind("fingerprint", missing.fingerprint())
                .bind("now", now)
                .execute();
    }

    /** Whether an admin said of just these keys that they are gone. */
    boolean isConfirmed(Missing missing) {
        return handle.createQuery("""
                select exists (select from access.conflict
                               where kind = 'shrunken_listing' and resolution = 'confirm'
                                 and detail ->> 'fingerprint' = :fingerprint)
                """)
                .bind("fingerprint", missing.fingerprint())
                .mapTo(Boolean.class)
                .one();
    }

    /** The brake let go: what it was pulled for is over. */
    void listingIsWhole(Instant now) {
        handle.createUpdate("""
                update access.conflict set resolved_at = :now, resolution = 'healed'
                where kind = 'shrunken_listing' and resolved_at is null
                """).bind("now", now).execute();
    }

    /**
     * One for each thing, with what was said last. One that an admin dismissed does not come back until the thing was taken, or
     * something else is said.
     */
    void refused(UUID id, String object, String saying, Instant now) {
        handle.createUpdate("""
                insert into access.conflict as c (id, kind, object, detail, found_at)
                select :id, 'refused', :object, jsonb_build_object('saying', cast(:saying as text)), :now
                where not exists (
                  select from access.conflict d
                  where d.kind = 'refused' and d.object = :object and d.resolution = 'dismiss'
                    and d.detail ->> 'saying' = :saying)
                on conflict (kind, object) where resolved_at is null do update set detail = excluded.detail
                """)
                .bind("id", id)
                .bind("object", object)
                .bind("saying", saying)
                .bind("now", now)
                .execute();
    }

    void taken(String object, Instant now) {
        handle.createUpdate("""
                update access.conflict set resolved_at = :now, resolution = 'healed'
                where kind = 'refused' and object = :object and (resolved_at is null or resolution = 'dismiss')
                """).bind("object", object).bind("now", now).execute();
    }

    /** LiteLLM lists these keys: that it would not speak of one is over, unless the convergence waits to ask it for more. */
    void listed(List<KeyHash> hashes, Instant now) {
        handle.createUpdate("""
                update access.conflict set resolved_at = :now, resolution = 'healed'
                where kind = 'refused' and resolved_at is null and object = any(:hashes)
                  and not exists (select from access.convergence where hash = decode(object, 'hex'))
                """)
                .bind("hashes", hashes.stream().map(KeyHash::hex).toArray(String[]::new))
                .bind("now", now)
                .execute();
    }

    /** Whether an admin decided that a key which we don't know is to be deleted. */
    boolean isOrderedToGo(KeyHash hash) {
        return handle.createQuery("""
                select exists (select from access.conflict
                               where kind = 'unknown_key' and object = :object and resolution = 'delete')
                """)
                .bind("object", hash.hex())
                .mapTo(Boolean.class)
                .one();
    }

    List<Conflict> open(Optional<UUID> after, int limit) {
        return handle.createQuery("""
                select id, kind, object, detail::text as detail, found_at from access.conflict
                where resolved_at is null and (cast(:after as uuid) is null or id < :after)
                order by id desc limit :limit
                """)
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> conflict(row))
                .list();
    }

    Optional<Conflict> lockOpen(UUID id) {
        return handle.createQuery("""
                select id, kind, object, detail::text as detail, found_at from access.conflict
                where id = :id and resolved_at is null for update
                """)
                .bind("id", id)
                .map((row, context) -> conflict(row))
                .findOne();
    }

    void resolve(UUID id, UUID by, String resolution, Instant now) {
        handle.createUpdate("""
                update access.conflict set resolved_at = :now, resolved_by = :by, resolution = :resolution where id = :id
                """)
                .bind("id", id)
                .bind("by", by)
                .bind("resolution", resolution)
                .bind("now", now)
                .execute();
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("object"),
                row.getString("detail"),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }
}
