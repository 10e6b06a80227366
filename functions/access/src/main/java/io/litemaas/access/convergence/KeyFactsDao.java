package io.litemaas.access.convergence;

import io.litemaas.litellm.KeyHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what decides about a credential: our rows, and what identity and spend publish. */
public final class KeyFactsDao {
    private static final String FACTS = """
            select encode(c.hash, 'hex') as hash_hex, c.id as credential_id, c.state as credential_state, k.id as key_id, k.name as key_name, k.owner_id,
                   k.subscription_id,
                   array(select m.model from access.key_model m where m.key_id = k.id order by m.model) as models,
                   array(select b.reason from access.key_block b where b.key_id = k.id) as blocks,
                   least(k.rpm_limit, s.rpm_limit) as rpm_limit, least(k.tpm_limit, s.tpm_limit) as tpm_limit,
                   k.expires_at,
                   s.state = 'active' and (s.expires_at is null or s.expires_at > :now) as subscription_in_force,
                   coalesce(p.disabled, true) as owner_disabled, coalesce(a.allowed, true) as allowed
            from access.credential c
            join access.key k on k.id = c.key_id
            join access.subscription s on s.id = k.subscription_id
            left join identity.published_principal p on p.user_id = k.owner_id
            left join spend.published_allowance a on a.key_id = k.id
            """;

    private final Handle handle;

    public KeyFactsDao(Handle handle) {
        this.handle = handle;
    }

    /** The facts about the credential of a hash; empty where we never made it. */
    public Optional<KeyFacts> ofHash(byte[] hash, Instant now) {
        return handle.createQuery(FACTS + "where c.hash = :hash")
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> facts(row))
                .findOne();
    }

    /** The facts about those of some hashes that we ever made. */
    Map<KeyHash, KeyFacts> ofHashes(Collection<KeyHash> hashes, Instant now) {
        return handle.createQuery(FACTS + """
                where c.hash = any(array(select decode(h, 'hex') from unnest(cast(:hashes as text[])) h))
                """)
                .bind("hashes", hashes.stream().map(KeyHash::hex).toArray(String[]::new))
                .bind("now", now)
                .map((row, context) -> Map.entry(new KeyHash(row.getString("hash_hex")), facts(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The facts about the newest credential of each of some keys. */
    public List<KeyFacts> ofKeys(List<UUID> keys, Instant now) {
        return handle.createQuery(FACTS + """
                where k.id = any(cast(:keys as uuid[]))
                  and c.id = (select max(n.id::text)::uuid from access.credential n where n.key_id = k.id)
                order by k.id desc
                """)
                .bind("keys", keys.toArray(UUID[]::new))
                .bind("now", now)
                .map((row, context) -> facts(row))
                .list();
    }

    private static KeyFacts facts(ResultSet row) throws SQLException {
        return new KeyFacts(
                row.getObject("credential_id", UUID.class),
                row.getString("credential_state"),
                row.getObject("key_id", UUID.class),
                row.getString("key_name"),
                row.getObject("owner_id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                List.of((String[]) row.getArray("models").getArray()),
                Set.of((String[]) row.getArray("blocks").getArray()),
                Optional.ofNullable(row.getObject("rpm_limit", Integer.class)),
                Optional.ofNullable(row.getObject("tpm_limit", Integer.class)),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("subscription_in_force"),
                row.getBoolean("owner_disabled"),
                row.getBoolean("allowed"));
    }
}
