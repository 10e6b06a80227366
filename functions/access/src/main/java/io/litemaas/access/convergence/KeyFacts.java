package io.litemaas.access.convergence;

import io.litemaas.litellm.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that decides what a credential may do, as our rows and other rooms' views have it now.
 *
 * @param blocks the recorded decisions to block: {@code admin}, {@code owner}, {@code leak}
 * @param allowed what the budgets say
 */
public record KeyFacts(
        UUID credentialId,
        String credentialState,
        UUID keyId,
        String keyName,
        UUID ownerId,
        UUID subscriptionId,
        List<String> models,
        Set<String> blocks,
        Optional<Integer> rpmLimit,
        Optional<Integer> tpmLimit,
        Optional<Instant> expiresAt,
        boolean subscriptionInForce,
        boolean ownerDisabled,
        boolean allowed) {

    /** Whether it may call models now, or the first reason why not, from the most final to the one that passes soonest. */
    public Verdict verdict(Instant now) {
        return Stream.of(
                        reason(!credentialState.equals("active"), Verdict.ofCredential(credentialState)),
                        reason(expiresAt.filter(expiry -> !expiry.isAfter(now)).isPresent(), Verdict.EXPIRED),
                        reason(blocks.contains("leak"), Verdict.BLOCKED_AS_LEAKED),
                        reason(blocks.contains("admin"), Verdict.BLOCKED_BY_ADMIN),
                        reason(ownerDisabled, Verdict.OWNER_DISABLED),
                        reason(!subscriptionInForce, Verdict.SUBSCRIPTION_ENDED),
                        reason(blocks.contains("owner"), Verdict.BLOCKED_BY_OWNER),
                        reason(!allowed, Verdict.BUDGET_EXHAUSTED))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Verdict.VALID);
    }

    /** Whether its owner may still have it; a block or an exhausted budget stops it, but takes it from nobody. */
    public boolean isEntitledAt(Instant now) {
        return subscriptionInForce
                && !ownerDisabled
                && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Whether LiteLLM should know the credential at all; a pending one belongs to its issuance. */
    boolean hasEnded() {
        return !credentialState.equals("active") && !credentialState.equals("pending");
    }

    /** What it may use a minute. */
    public Limits limits() {
        Limits limits = Limits.NONE;
        if (rpmLimit.isPresent()) {
            limits = limits.withRpmLimit(rpmLimit.get());
        }
        return tpmLimit.isPresent() ? limits.withTpmLimit(tpmLimit.get()) : limits;
    }

    private static Optional<Verdict> reason(boolean holds, Verdict verdict) {
        return holds ? Optional.of(verdict) : Optional.empty();
    }
}
