package io.litemaas.litellm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual key as LiteLLM has it.
 *
 * @param hash of its value
 * @param alias its name in LiteLLM
 * @param userId whose it is
 * @param models what it may call; empty means everything
 * @param limits what it may use
 * @param spend what LiteLLM counted since its last reset; not exact, no ledger
 * @param blocked whether LiteLLM refuses it by flag
 * @param keyType {@code llm_api} for one that can call models and nothing else; absent for those that LiteLLM makes by
 *     itself
 * @param expires when LiteLLM begins to refuse it
 * @param createdAt when it was first stored
 * @param metadata its entries that are text
 */
public record Key(
        KeyHash hash,
        Optional<String> alias,
        Optional<String> userId,
        List<String> models,
        Limits limits,
        BigDecimal spend,
        boolean blocked,
        Optional<String> keyType,
        Optional<Instant> expires,
        Instant createdAt,
        Map<String, String> metadata) {

    /** Takes copies. */
    public Key {
        models = List.copyOf(models);
        metadata = Map.copyOf(metadata);
    }

    static Key from(KeyHash hash, Fields fields) {
        return new Key(
                hash,
                fields.optionalText("key_alias"),
                fields.optionalText("user_id"),
                fields.texts("models"),
                Limits.from(fields),
                fields.decimal("spend"),
                fields.flag("blocked"),
                fields.optionalText("key_type"),
                fields.optionalInstant("expires"),
                fields.instant("created_at"),
                fields.textEntries("metadata"));
    }

    static KeyHash hash(Fields fields, String name) {
        String text = fields.text(name);
        if (!KeyHash.isHash(text)) {
            throw fields.garbage(name);
        }
        return new KeyHash(text);
    }
}
