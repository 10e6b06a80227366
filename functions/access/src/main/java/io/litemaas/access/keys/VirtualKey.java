package io.litemaas.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.access.convergence.KeyFacts;
import io.litemaas.access.convergence.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key as its owner and admins see it.
 *
 * @param state whether it may call models, or the first reason why not
 * @param blocks the recorded decisions to block it, each to be undone by itself
 * @param sync {@code pending} while LiteLLM may not agree yet, else {@code synced}
 * @param rpmLimit requests a minute, the smaller of its own and the subscription's
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record VirtualKey(
        UUID id,
        UUID ownerId,
        UUID subscriptionId,
        String name,
        Verdict state,
        List<String> models,
        List<String> blocks,
        String sync,
        Optional<Integer> rpmLimit,
        Optional<Integer> tpmLimit,
        Optional<Instant> expiresAt) {

    static VirtualKey of(KeyFacts facts, boolean synced, Instant now) {
        return new VirtualKey(
                facts.keyId(),
                facts.ownerId(),
                facts.subscriptionId(),
                facts.keyName(),
                facts.verdict(now),
                facts.models(),
                facts.blocks().stream().sorted().toList(),
                synced ? "synced" : "pending",
                facts.rpmLimit(),
                facts.tpmLimit(),
                facts.expiresAt());
    }
}
