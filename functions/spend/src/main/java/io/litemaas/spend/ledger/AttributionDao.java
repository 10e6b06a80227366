package io.litemaas.spend.ledger;

import io.litemaas.spend.ledger.Attribution.KnownKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads whose a key is, and keeps it in {@code spend.attribution}. */
final class AttributionDao {
    private final Handle handle;

    AttributionDao(Handle handle) {
        this.handle = handle;
    }

    /** The attributions of those hashes that access knows. */
    Map<String, Attribution> ofHashes(Collection<String> hashes) {
        return handle
                .createQuery("""
                select encode(c.hash, 'hex') as hash, c.owner_id, p.username, c.subscription_id, c.subscription_name,
                       c.key_id, c.key_name
                from access.published_credential c
                left join identity.published_principal p on p.user_id = c.owner_id
                where c.hash in (select decode(h, 'hex') from unnest(:hashes) h)
                """)
                .bindArray("hashes", String.class, hashes)
                .map((row, context) -> Map.entry(row.getString("hash"), known(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps those that are not kept yet, in the order of their ids: two bookings at once would lock each other out. */
    void keep(Collection<Attribution> attributions) {
        List<Attribution> ordered = attributions.stream()
                .distinct()
                .sorted(Comparator.comparing(Attribution::id))
                .toList();
        PreparedBatch batch = handle.prepareBatch("""
                insert into spend.attribution
                  (id, owner_id, owner_name, subscription_id, subscription_name, key_id, key_name, unknown_hash)
                select :id, :ownerId, :ownerName, :subscriptionId, :subscriptionName, :keyId, :keyName,
                       decode(:unknownHash, 'hex')
                on conflict do nothing
                """);
        for (Attribution attribution : ordered) {
            Optional<KnownKey> key = attribution.key();
            batch.bind("id", attribution.id())
                    .bindByType("ownerId", key.map(KnownKey::ownerId).orElse(null), UUID.class)
                    .bind("ownerName", key.flatMap(KnownKey::ownerName).orElse(null))
                    .bindByType(
                            "subscriptionId", key.map(KnownKey::subscriptionId).orElse(null), UUID.class)
                    .bind(
                            "subscriptionName",
                            key.map(KnownKey::subscriptionName).orElse(null))
                    .bindByType("keyId", key.map(KnownKey::keyId).orElse(null), UUID.class)
                    .bind("keyName", key.map(KnownKey::keyName).orElse(null))
                    .bind("unknownHash", attribution.unknownHash().orElse(null))
                    .add();
        }
        if (!ordered.isEmpty()) {
            batch.execute();
        }
    }

    private static Attribution known(ResultSet row) throws SQLException {
        return new Attribution(
                Optional.of(new KnownKey(
                        row.getObject("owner_id", UUID.class),
                        Optional.ofNullable(row.getString("username")),
                        row.getObject("subscription_id", UUID.class),
                        row.getString("subscription_name"),
                        row.getObject("key_id", UUID.class),
                        row.getString("key_name"))),
                Optional.empty());
    }
}
