package io.litemaas.spend.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A UTC day as we have it and as LiteLLM has it. LiteLLM's total moves while the log is read, so what was pulled must lie
 * between the total before and the total after; each of them is a sum of doubles, which is off by a little.
 *
 * @param ours the exact sum of what was seen in LiteLLM's log
 * @param requests how many LiteLLM counted
 */
record DayCheck(LocalDate day, BigDecimal ours, BigDecimal before, BigDecimal after, long requests) {
    /** The distance between 1 and the next double: twice what one rounding can be off. */
    private static final BigDecimal UNIT = BigDecimal.ONE.divide(BigDecimal.valueOf(1L << 52));

    /** Each addition of doubles may be off by half a unit of the sum; the rest is for the order of LiteLLM's sums. */
    BigDecimal tolerance() {
        return BigDecimal.valueOf(requests).multiply(UNIT).multiply(after);
    }

    /** Ours less theirs, as far as it is more than sums of doubles explain. */
    BigDecimal drift() {
        if (ours.compareTo(before.subtract(tolerance())) < 0) {
            return ours.subtract(before);
        }
        if (ours.compareTo(after.add(tolerance())) > 0) {
            return ours.subtract(after);
        }
        return BigDecimal.ZERO;
    }

    boolean isWithinTolerance() {
        return drift().signum() == 0;
    }
}
