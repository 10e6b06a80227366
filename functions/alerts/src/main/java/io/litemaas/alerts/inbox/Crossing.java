package io.litemaas.alerts.inbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A budget that has reached a threshold, as spend publishes it.
 *
 * @param scope {@code user}, {@code subscription} or {@code key}
 * @param name of the user, the subscription or the key
 * @param threshold in percent
 * @param periodEnd empty where the period never ends
 */
record Crossing(
        UUID id,
        String scope,
        Optional<String> name,
        UUID ownerId,
        int threshold,
        BigDecimal amount,
        String currency,
        BigDecimal spent,
        boolean blocks,
        ZoneId zone,
        Optional<Instant> periodEnd) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH);

    String title() {
        return "The budget of " + subject() + " is at " + threshold + " %";
    }

    String text() {
        String spend = money(spent) + " of " + money(amount) + " are spent.";
        return spend + consequence() + renewal();
    }

    private String subject() {
        String named = name.map(known -> " " + known).orElse("");
        return switch (scope) {
            case "key" -> "the key" + named;
            case "subscription" -> "the subscription" + named;
            default -> "the user" + named;
        };
    }

    private String consequence() {
        if (!blocks) {
            return " Calls go on.";
        }
        return spent.compareTo(amount) >= 0
                ? " Its keys are stopped until there is room again."
                : " Its keys will be stopped at 100 %.";
    }

    private String renewal() {
        return periodEnd
                .map(end -> " A new period begins on " + MOMENT.format(end.atZone(zone)) + ".")
                .orElse("");
    }

    /** Enough digits for people; the ledger has them all. */
    private String money(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(6, RoundingMode.HALF_UP));
        return rounded.setScale(Math.max(2, rounded.stripTrailingZeros().scale()))
                        .toPlainString() + " " + currency;
    }
}
