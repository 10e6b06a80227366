package io.litemaas.spend.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A window of LiteLLM's log, by the start of requests.
 *
 * @param from the first moment
 * @param to the last moment
 */
record PullWindow(Instant from, Instant to) {
    /** LiteLLM takes whole seconds. */
    private static final Duration SMALLEST = Duration.ofSeconds(2);

    /** Refuses an inverted window. */
    PullWindow {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("the window ends before it begins");
        }
    }

    boolean canBeHalved() {
        return Duration.between(from, to).compareTo(SMALLEST) > 0;
    }

    /** Both halves, the earlier one first; they share a moment, so that none is lost. */
    List<PullWindow> halves() {
        Instant middle = from.plus(Duration.between(from, to).dividedBy(2));
        return List.of(new PullWindow(from, middle), new PullWindow(middle, to));
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    LocalDate lastDay() {
        return LocalDate.ofInstant(to, ZoneOffset.UTC);
    }
}
