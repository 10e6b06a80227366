package io.litemaas.spend.ledger;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One request as LiteLLM reported it, without anything that was said in it.
 *
 * @param model the public name; the provider's where there is none
 * @param cost US dollars, the decimal that was sent
 */
record LoggedRequest(
        RequestIdentity identity,
        String model,
        BigDecimal cost,
        long promptTokens,
        long completionTokens,
        boolean successful) {
    private static final int LONGEST_MODEL = 200;
    /** A double has 17 digits and an exponent up to 308; more was not computed by LiteLLM. */
    private static final int MOST_DIGITS = 400;

    /** What keeps it from being booked; the text names the field and never holds what is in it. */
    Optional<String> fault() {
        if (cost.signum() < 0 || promptTokens < 0 || completionTokens < 0) {
            return Optional.of("cost or tokens are negative");
        }
        if (!isSane(cost)) {
            return Optional.of("cost has too many digits");
        }
        if (model.length() > LONGEST_MODEL || model.indexOf('\0') >= 0) {
            return Optional.of("model is no name");
        }
        return Optional.empty();
    }

    static boolean isSane(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
