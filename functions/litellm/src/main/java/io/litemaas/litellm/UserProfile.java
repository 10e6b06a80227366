package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * All that we own of a user in LiteLLM, to be set at once.
 *
 * @param userId our id
 * @param alias the name shown
 * @param email absent where unknown; LiteLLM wants it unique when creating, whatever its case
 * @param limits what all their keys together may use
 * @param metadata the whole of it, at least one entry: LiteLLM replaces it, and ignores an empty one
 */
public record UserProfile(
        String userId, String alias, Optional<String> email, Limits limits, Map<String, String> metadata) {
    /** The one role whose keys can't make further keys, whatever their type. */
    static final String ROLE = "internal_user_viewer";

    /** Refuses an empty id, for which LiteLLM would make one up, and empty metadata, which would leave the old. */
    public UserProfile {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("a user has an id");
        }
        if (metadata.isEmpty()) {
            throw new IllegalArgumentException("empty metadata would change nothing");
        }
        metadata = Map.copyOf(metadata);
    }

    /** A user without e-mail and limits. */
    public static UserProfile of(String userId, String alias, Map<String, String> metadata) {
        return new UserProfile(userId, alias, Optional.empty(), Limits.NONE, metadata);
    }

    /** The same with this address. */
    public UserProfile withEmail(String address) {
        return new UserProfile(userId, alias, Optional.of(address), limits, metadata);
    }

    /** The same with these limits. */
    public UserProfile withLimits(Limits newLimits) {
        return new UserProfile(userId, alias, email, newLimits, metadata);
    }

    ObjectNode body() {
        ObjectNode body =
                Json.object().put("user_id", userId).put("user_alias", alias).put("user_role", ROLE);
        email.ifPresent(address -> body.put("user_email", address));
        body.set("metadata", Json.tree(metadata));
        limits.writeTo(body);
        return body;
    }
}
