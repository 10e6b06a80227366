package io.litemaas.spend.budgets;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be spent by somebody or with something, and since when.
 *
 * @param scopeId the user, the subscription or the key
 * @param ownerId the user whose money it is
 * @param amount US dollars
 * @param thresholds in percent of the amount, ascending
 */
record Budget(
        UUID id,
        Scope scope,
        UUID scopeId,
        UUID ownerId,
        BigDecimal amount,
        Recurrence period,
        ZoneId zone,
        List<Integer> thresholds,
        Mode mode) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Longer than LiteLLM or we are usually away. */
    private static final Duration LATE = Duration.ofDays(7);

    Recurrence.Period periodAt(Instant moment) {
        return period.at(moment, zone);
    }

    /**
     * The period before this moment's, while spend of it may still come to be known: what is booked belongs to the period
     * of its start. Empty if the budget was another then.
     */
    Optional<Recurrence.Period> endedLately(Instant moment, Instant changedAt) {
        Recurrence.Period current = periodAt(moment);
        return period.before(current, zone)
                .filter(ended -> current.start().isAfter(moment.minus(LATE)) && changedAt.isBefore(current.start()));
    }

    /** Used up is used up: LiteLLM, too, refuses from the amount on. */
    boolean blocksAt(BigDecimal spent) {
        return mode == Mode.BLOCK && spent.compareTo(amount) >= 0;
    }

    /** The thresholds that so much spend has reached; nothing spent has reached none, be the amount zero. */
    List<Integer> crossedBy(BigDecimal spent) {
        if (spent.signum() <= 0) {
            return List.of();
        }
        return thresholds.stream()
                .filter(percent -> spent.multiply(HUNDRED).compareTo(amount.multiply(BigDecimal.valueOf(percent))) >= 0)
                .toList();
    }
}
