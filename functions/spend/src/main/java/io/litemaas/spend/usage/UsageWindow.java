package io.litemaas.spend.usage;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whole days of a time zone, the first and the last included. */
record UsageWindow(ZoneId zone, LocalDate first, LocalDate last) {
    private static final int MOST_DAYS = 400;
    private static final int DAYS_BY_DEFAULT = 30;
    /** Beyond these a day has forms that PostgreSQL does not read. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    static UsageWindow of(UsageQuery query, Instant now) {
        ZoneId zone = zone(query.getZone());
        LocalDate last = day("to", query.getTo()).orElse(LocalDate.ofInstant(now, zone));
        LocalDate first = day("from", query.getFrom()).orElse(last.minusDays(DAYS_BY_DEFAULT - 1L));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw invalid("from", "must lie at most " + MOST_DAYS + " days before to, and not after it");
        }
        return new UsageWindow(zone, first, last);
    }

    Instant from() {
        return start(first);
    }

    /** The first moment that is no longer in it. */
    Instant to() {
        return start(last.plusDays(1));
    }

    /** The first moment of each day: our time zones, not the database's, say when that is. */
    List<Instant> dayStarts() {
        return LongStream.rangeClosed(0, ChronoUnit.DAYS.between(first, last))
                .mapToObj(days -> start(first.plusDays(days)))
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw invalid("zone", "must be a time zone of IANA's, such as Asia/Kathmandu");
        }
        return ZoneId.of(name);
    }

    private static Optional<LocalDate> day(String field, String day) {
        try {
            Optional<LocalDate> parsed = Optional.ofNullable(day).map(LocalDate::parse);
            if (parsed.filter(date -> date.isBefore(EARLIEST) || date.isAfter(LATEST))
                    .isPresent()) {
                throw invalid(field, "must lie between " + EARLIEST + " and " + LATEST);
            }
            return parsed;
        } catch (DateTimeException e) {
            throw invalid(field, "is no day of the calendar");
        }
    }

    private static Problem invalid(String field, String message) {
        return Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(new FieldError(field, message)));
    }
}
