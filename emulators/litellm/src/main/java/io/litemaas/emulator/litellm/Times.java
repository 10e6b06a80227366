package io.litemaas.emulator.litellm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as LiteLLM spells them. Rows hold them in UTC with {@code Z}, to the millisecond, as its database does. */
final class Times {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Times() {}

    /** A row's time stamp: milliseconds, written with six digits; whole seconds have no fraction. */
    static String stamp(Instant time) {
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return (millis.equals(millis.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS).format(millis) + "Z";
    }

    static String withOffset(String stamp, String offset) {
        return stamp.substring(0, stamp.length() - 1) + offset;
    }

    static Instant parse(String stamp) {
        return Instant.parse(stamp);
    }

    /** All six digits of a second's fraction. */
    static String micros(Instant time) {
        return MICROS.format(time);
    }

    static String millis(Instant time) {
        return MILLIS.format(time);
    }

    /** LiteLLM's database rounds the start of a request to the nearest millisecond, a half up. */
    static Instant roundedToMillis(Instant time) {
        return time.plus(Duration.ofNanos(500_000)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Seconds since 1970 with six digits, as a Python float. */
    static double epochSeconds(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time) / 1e6;
    }
}
