package io.litemaas.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How complete the ledger is.
 *
 * @param completeUntil until when it was found to have all that LiteLLM has
 * @param pulledUntil until when LiteLLM's log was read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LedgerDays(Optional<Instant> completeUntil, Optional<Instant> pulledUntil, List<Day> items) {

    /**
     * A UTC day, with its requests by how they were seen.
     *
     * @param pushedOnly not in LiteLLM's own log yet
     * @param pulledOnly never pushed, or the push was lost
     * @param quarantined rows received on that day that could not be booked
     * @param rejectedCalls calls of unknown keys that LiteLLM refused
     * @param check absent where the day was never compared
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Day(
            LocalDate day,
            long pushedOnly,
            long pulledOnly,
            long both,
            long quarantined,
            long discrepancies,
            long rejectedCalls,
            Optional<Check> check) {}

    /**
     * The last comparison with LiteLLM's own total of the day.
     *
     * @param drift ours less theirs, as far as it is more than sums of doubles explain
     */
    public record Check(Money ours, Money theirs, Money tolerance, Money drift, Instant checkedAt) {}
}
