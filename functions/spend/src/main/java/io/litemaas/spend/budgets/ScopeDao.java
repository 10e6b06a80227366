package io.litemaas.spend.budgets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what a budget can be about, in the views of the rooms that have it. */
final class ScopeDao {
    private final Handle handle;

    ScopeDao(Handle handle) {
        this.handle = handle;
    }

    /** The user who owns it, if there is such a thing. */
    Optional<UUID> owner(Scope scope, UUID id) {
        String sql = switch (scope) {
            case USER -> "select user_id from identity.published_principal where user_id = :id";
            case SUBSCRIPTION -> "select owner_id from access.published_subscription where subscription_id = :id";
            case KEY -> "select owner_id from access.published_key where key_id = :id and not ended";
        };
        return handle.createQuery(sql).bind("id", id).mapTo(UUID.class).findOne();
    }

    /** The living keys whose spend a budget counts. */
    List<UUID> keys(Scope scope, UUID id) {
        String column = switch (scope) {
            case USER -> "owner_id";
            case SUBSCRIPTION -> "subscription_id";
            case KEY -> "key_id";
        };
        return handle.createQuery("select key_id from access.published_key where not ended and " + column
                        + " = :id order by key_id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }
}
