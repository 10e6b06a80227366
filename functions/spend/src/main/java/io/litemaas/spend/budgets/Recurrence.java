package io.litemaas.spend.budgets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** How often a budget begins anew, by the calendar of its time zone. */
public enum Recurrence {
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH,
    /** Never: all that was ever spent counts. */
    TOTAL;

    /** The recurrence as SQL and JSON name it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period that a moment lies in. */
    Period at(Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return switch (this) {
            case DAY -> between(day, day.plusDays(1), zone);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield between(monday, monday.plusWeeks(1), zone);
            }
            case MONTH -> between(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1), zone);
            case TOTAL -> new Period(Instant.EPOCH, Optional.empty());
        };
    }

    /** The period that ended when this one began; empty where there is only one. */
    Optional<Period> before(Period period, ZoneId zone) {
        return this == TOTAL ? Optional.empty() : Optional.of(at(period.start().minusNanos(1), zone));
    }

    private static Period between(LocalDate first, LocalDate next, ZoneId zone) {
        return new Period(
                first.atStartOfDay(zone).toInstant(),
                Optional.of(next.atStartOfDay(zone).toInstant()));
    }

    /**
     * The time in which spend counts against the amount.
     *
     * @param end the first moment that is no longer in it; empty where it never ends
     */
    public record Period(Instant start, Optional<Instant> end) {}
}
