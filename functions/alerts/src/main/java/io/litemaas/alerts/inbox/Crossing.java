package io.litemaas.alerts.inbox;

import java.math.BigDecimal;
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
 * @param late whether the period had ended when the crossing was found
 * @param over whether it has ended by now
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
        Instant crossedAt,
        Optional<Instant> periodEnd,
        boolean late,
        boolean over) {
    private static final int SAYING = 6;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH);

    Place place() {
        return new Place(crossedAt, id);
    }

    News news() {
        return new News("budget_crossed", id, title(), text());
    }

    String title() {
        return "The budget of " + subject() + " is at " + threshold + " %";
    }

    String text() {
        String spend = money(spent) + " of " + money(amount);
        if (late) {
            return spend + " were spent" + ended() + ". This came to be known later; no key is stopped for it.";
        }
        if (over) {
            return spend + " were spent" + ended() + ". This message could not be brought earlier.";
        }
        return spend + " are spent." + consequence() + renewal();
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

    private String ended() {
        return periodEnd
                .map(end -> " in the period that ended on " + MOMENT.format(end.atZone(zone)))
                .orElse("");
    }

    private String renewal() {
        return periodEnd
                .map(end -> " A new period begins on " + MOMENT.format(end.atZone(zone)) + ".")
                .orElse("");
    }

    /** Cents always, and of small sums six digits that say something; the ledger has them all. */
    private String money(BigDecimal value) {
        int wholeDigits = value.precision() - value.scale();
        BigDecimal rounded = value.setScale(Math.max(2, SAYING - wholeDigits), RoundingMode.HALF_UP);
        return rounded.setScale(Math.max(2, rounded.stripTrailingZeros().scale()))
                        .toPlainString() + " " + currency;
    }
}
