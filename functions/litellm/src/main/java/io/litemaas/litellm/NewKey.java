package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A virtual key to be generated with a value of our choice. It can call models and nothing else.
 *
 * @param value its value
 * @param alias its name in LiteLLM, unique there (checked only against sequential calls)
 * @param userId whose it is; LiteLLM does not check that this user exists
 * @param models the public names that it may call, at least one: for LiteLLM none means all
 * @param limits what it may use
 * @param duration after which LiteLLM refuses it, in whole seconds; absent for never
 * @param metadata ours, shown back by LiteLLM
 */
public record NewKey(
        KeyValue value,
        String alias,
        String userId,
        List<String> models,
        Limits limits,
        Optional<Duration> duration,
        Map<String, String> metadata) {
    private static final String KEY_TYPE = "llm_api";

    /** Refuses an empty list of models, and a duration that LiteLLM can't express. */
    public NewKey {
        models = KeyUpdate.checked(models);
        metadata = Map.copyOf(metadata);
        if (duration.filter(length -> length.toSeconds() < 1).isPresent()) {
            throw new IllegalArgumentException("a duration is at least a second");
        }
    }

    /** A key without limits, expiry and metadata. */
    public static NewKey of(KeyValue value, String alias, String userId, List<String> models) {
        return new NewKey(value, alias, userId, models, Limits.NONE, Optional.empty(), Map.of());
    }

    /** The same with these limits. */
    public NewKey withLimits(Limits newLimits) {
        return new NewKey(value, alias, userId, models, newLimits, duration, metadata);
    }

    /** The same, refused after this time. */
    public NewKey withDuration(Duration newDuration) {
        return new NewKey(value, alias, userId, models, limits, Optional.of(newDuration), metadata);
    }

    /** The same with this metadata. */
    public NewKey withMetadata(Map<String, String> newMetadata) {
        return new NewKey(value, alias, userId, models, limits, duration, newMetadata);
    }

    /**
     * Whether a key that was read back is this one. A generate that LiteLLM answered with 200 may have stored nothing and
     * left another key of the same value as it was.
     */
    public boolean isStoredAs(Key key) {
        return key.hash().equals(value.hash())
                && key.alias().filter(alias::equals).isPresent()
                && key.userId().filter(userId::equals).isPresent()
                && Set.copyOf(key.models()).equals(Set.copyOf(models))
                && key.keyType().filter(KEY_TYPE::equals).isPresent();
    }

    ObjectNode body() {
        ObjectNode body = Json.object()
                .put("key", value.reveal())
                .put("key_alias", alias)
                .put("user_id", userId)
                .put("key_type", KEY_TYPE);
        body.set("models", Json.tree(models));
        body.set("metadata", Json.tree(metadata));
        limits.writeTo(body);
        duration.ifPresent(length -> body.put("duration", length.toSeconds() + "s"));
        return body;
    }
}
