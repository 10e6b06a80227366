package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * All that we own of a key, to be set at once: what is not in here is unset. The flag of a block and the expiry stay as they
 * are.
 *
 * @param hash which key
 * @param models the public names that it may call, at least one: for LiteLLM none means all
 * @param limits what it may use
 * @param metadata the whole of it: LiteLLM replaces it
 */
public record KeyUpdate(KeyHash hash, List<String> models, Limits limits, Map<String, String> metadata) {
    /** Refuses an empty list of models. */
    public KeyUpdate {
        models = checked(models);
        metadata = Map.copyOf(metadata);
    }

    static List<String> checked(List<String> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a key without models could call all of them");
        }
        return List.copyOf(models);
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("key", hash.hex());
        body.set("models", Json.tree(models));
        body.set("metadata", Json.tree(metadata));
        limits.writeTo(body);
        return body;
    }
}
