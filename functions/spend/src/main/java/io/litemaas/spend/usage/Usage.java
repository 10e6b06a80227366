package io.litemaas.spend.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code usage}.
 *
 * @param from the first moment that is counted
 * @param to the first moment that is not
 * @param completeUntil until when the ledger was found to have all that LiteLLM has; absent before the first check
 * @param driftDays UTC days on which the sum of everybody's usage differs from LiteLLM's own
 * @param drift for admins who look at all usage: days whose sum differs from LiteLLM's
 * @param truncated whether there are more rows; those with the highest cost are here
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Usage(
        Instant from,
        Instant to,
        String zone,
        String by,
        Optional<Instant> completeUntil,
        List<LocalDate> driftDays,
        Optional<List<Drift>> drift,
        UsageRow.Sum total,
        List<UsageRow> rows,
        boolean truncated) {

    /**
     * A UTC day on which our sum and LiteLLM's differ by more than sums of doubles may.
     *
     * @param theirs LiteLLM's own total
     * @param difference ours less theirs
     */
    public record Drift(LocalDate day, Money ours, Money theirs, Money difference, Instant checkedAt) {}
}
