package io.litemaas.alerts.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads of identity who is to be told. */
final class RecipientDao {
    private final Handle handle;

    RecipientDao(Handle handle) {
        this.handle = handle;
    }

    /** All admins who can still sign in. */
    List<UUID> admins() {
        return find(Optional.empty());
    }

    /** The owner, and all admins who can still sign in. */
    List<UUID> ownerAndAdmins(UUID owner) {
        return find(Optional.of(owner));
    }

    private List<UUID> find(Optional<UUID> owner) {
        return handle.createQuery("""
                select user_id from identity.published_principal
                where user_id = :owner or (roles @> array['admin'] and not disabled)
                order by user_id
                """)
                .bindByType("owner", owner.orElse(null), UUID.class)
                .mapTo(UUID.class)
                .list();
    }
}
