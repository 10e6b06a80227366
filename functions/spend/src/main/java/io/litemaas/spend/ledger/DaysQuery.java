package io.litemaas.spend.ledger;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Which days of the ledger are asked for. A bean with setters, since Funqy reads queries so. */
public class DaysQuery {
    private static final int MOST_DAYS = 31;
    private static final int DAYS_BY_DEFAULT = 7;

    private String from;
    private String to;

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** The days themselves: a day's requests are counted one by one, so there are not many. */
    Days days(LocalDate today) {
        LocalDate last = day("to", to).orElse(today);
        LocalDate first = day("from", from).orElse(last.minusDays(DAYS_BY_DEFAULT - 1L));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw invalid("from", "must lie at most " + MOST_DAYS + " days before to, and not after it");
        }
        return new Days(first, last);
    }

    private static Optional<LocalDate> day(String field, String day) {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw invalid(field, "must be a day such as 2026-11-24");
        }
    }

    private static Problem invalid(String field, String message) {
        return Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(new FieldError(field, message)));
    }

    /** UTC days, the first and the last included. */
    record Days(LocalDate first, LocalDate last) {}
}
