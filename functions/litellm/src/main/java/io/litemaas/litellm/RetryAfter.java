package io.litemaas.litellm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When to come again, as {@code Retry-After} says it: in seconds, or by a date. Whoever sends it does not decide for long. */
final class RetryAfter {
    /** Where nothing is said, or nothing that can be read. */
    static final Duration UNSAID = Duration.ofSeconds(30);

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Some send fractions, which the standard does not know. */
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(\\.\\d+)?");

    private RetryAfter() {}

    static Duration of(Optional<String> header, Instant now) {
        return header.map(String::strip).flatMap(text -> read(text, now)).orElse(UNSAID);
    }

    private static Optional<Duration> read(String text, Instant now) {
        var seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            long whole = Long.parseLong(seconds.group(1)) + (seconds.group(2) == null ? 0 : 1);
            return Optional.of(bounded(Duration.ofSeconds(whole)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration said) {
        if (said.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }
}
