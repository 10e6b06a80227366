package io.litemaas.emulator.litellm;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LiteLLM's durations ({@code 30s}, {@code 12h}, {@code 30d}, {@code 1mo}), and the calendar that budgets follow. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d+)(s|m|h|d|w|mo)");

    private Durations() {}

    static boolean isValid(String duration) {
        return FORM.matcher(duration).matches();
    }

    /** When a key made now expires; throws the refusal that LiteLLM answers to a duration it can't read. */
    static Instant after(Instant now, String duration) {
        Matcher form = FORM.matcher(duration);
        if (!form.matches()) {
            boolean startsWithNumber = duration.matches("\\d+.*");
            throw Refusal.internal(
                    500,
                    startsWithNumber
                            ? "Unsupported duration unit, passed duration: " + duration
                            : "Invalid duration format");
        }
        long amount = Long.parseLong(form.group(1));
        OffsetDateTime start = now.atOffset(ZoneOffset.UTC);
        return switch (form.group(2)) {
            case "s" -> start.plusSeconds(amount).toInstant();
            case "m" -> start.plusMinutes(amount).toInstant();
            case "h" -> start.plusHours(amount).toInstant();
            case "d" -> start.plusDays(amount).toInstant();
            case "w" -> start.plusWeeks(amount).toInstant();
            default -> start.plusMonths(amount).toInstant();
        };
    }

    /**
     * When a budget of that duration resets next. Not "now plus the duration": whole days end at midnight UTC, seven
     * days on Monday, thirty days and months on the first. Empty for a duration LiteLLM stores but can't read.
     */
    static Optional<Instant> nextReset(Instant now, String duration) {
        Matcher form = FORM.matcher(duration);
        if (!form.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(form.group(1));
        OffsetDateTime midnight = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return Optional.of(
                switch (form.group(2)) {
                    case "s" -> nextMultiple(now, Duration.ofSeconds(amount));
                    case "m" -> nextMultiple(now, Duration.ofMinutes(amount));
                    case "h" -> nextMultiple(now, Duration.ofHours(amount));
                    case "d" -> nextDays(midnight, amount).toInstant();
                    case "w" -> nextDays(midnight, amount * 7).toInstant();
                    default -> firstOfMonth(midnight, amount).toInstant();
                });
    }

    private static Instant nextMultiple(Instant now, Duration step) {
        long seconds = Math.max(1, step.toSeconds());
        return Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds);
    }

    private static OffsetDateTime nextDays(OffsetDateTime midnight, long days) {
        if (days == 7) {
            return midnight.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
        return days == 30 ? firstOfMonth(midnight, 1) : midnight.plusDays(days);
    }

    private static OffsetDateTime firstOfMonth(OffsetDateTime midnight, long months) {
        return midnight.withDayOfMonth(1).plusMonths(months);
    }
}
