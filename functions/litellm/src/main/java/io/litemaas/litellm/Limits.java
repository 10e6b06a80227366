package io.litemaas.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a key or a user may use; an absent limit is none.
 *
 * @param maxBudget in LiteLLM's currency; zero allows nothing
 * @param tpmLimit tokens a minute
 * @param rpmLimit requests a minute
 */
public record Limits(Optional<BigDecimal> maxBudget, OptionalLong tpmLimit, OptionalLong rpmLimit) {
    /** No limit at all. */
    public static final Limits NONE = new Limits(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** The same with this budget. */
    public Limits withMaxBudget(BigDecimal amount) {
        check(amount.signum());
        return new Limits(Optional.of(amount), tpmLimit, rpmLimit);
    }

    /** The same with this many tokens a minute. */
    public Limits withTpmLimit(long tokens) {
        check(tokens);
        return new Limits(maxBudget, OptionalLong.of(tokens), rpmLimit);
    }

    /** The same with this many requests a minute. */
    public Limits withRpmLimit(long requests) {
        check(requests);
        return new Limits(maxBudget, tpmLimit, OptionalLong.of(requests));
    }

    /** Whether both allow the same; 5 and 5.0 are one budget. */
    public boolean isSameAs(Limits other) {
        return maxBudget.map(BigDecimal::stripTrailingZeros).equals(other.maxBudget.map(BigDecimal::stripTrailingZeros))
                && tpmLimit.equals(other.tpmLimit)
                && rpmLimit.equals(other.rpmLimit);
    }

    /** What somebody else set may be negative: it is read as it is, so that it can be told from ours and undone. */
    static Limits from(Fields fields) {
        return new Limits(
                fields.optionalDecimal("max_budget"),
                fields.optionalWhole("tpm_limit"),
                fields.optionalWhole("rpm_limit"));
    }

    /** LiteLLM takes some negative limits and not others; we set none. */
    private static void check(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    /** Writes all of them, the absent ones as null: only so does LiteLLM drop a limit that it had. */
    void writeTo(ObjectNode body) {
        body.put("max_budget", maxBudget.orElse(null));
        body.put("tpm_limit", tpmLimit.isPresent() ? (Long) tpmLimit.getAsLong() : null);
        body.put("rpm_limit", rpmLimit.isPresent() ? (Long) rpmLimit.getAsLong() : null);
        // Our periods are computed from the ledger; a reset by LiteLLM's calendar would lift our ceiling.
        body.putNull("budget_duration");
    }
}
