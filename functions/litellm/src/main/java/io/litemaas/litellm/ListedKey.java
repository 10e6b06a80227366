package io.litemaas.litellm;

import java.util.Optional;

/**
 * A row of LiteLLM's listing. Most of its keys may be others', made in ways of theirs: one of an unknown form must not keep
 * us from reading the rest.
 *
 * @param hash of its value
 * @param alias its name in LiteLLM
 * @param userId whose it is
 * @param key all of it; empty where it is not of the form that was recorded
 */
public record ListedKey(KeyHash hash, Optional<String> alias, Optional<String> userId, Optional<Key> key) {

    /** Without its hash a row tells of nothing, and the listing is garbage: one that we need might be behind it. */
    static ListedKey from(Fields fields) {
        KeyHash hash = Key.hash(fields, "token");
        return new ListedKey(hash, fields.textIfAny("key_alias"), fields.textIfAny("user_id"), whole(hash, fields));
    }

    private static Optional<Key> whole(KeyHash hash, Fields fields) {
        try {
            return Optional.of(Key.from(hash, fields));
        } catch (LiteLlmFault e) {
            return Optional.empty();
        }
    }
}
