package io.litemaas.litellm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A window of spend logs by start time. LiteLLM takes whole seconds: the window is widened to them.
 *
 * @param from the first moment
 * @param to the last moment
 * @param page counted from 1
 * @param pageSize 1 to 1000
 */
public record SpendLogQuery(Instant from, Instant to, int page, int pageSize) {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Refuses an inverted window and pages that LiteLLM does not have. */
    public SpendLogQuery {
        if (from.isAfter(to) || page < 1 || pageSize < 1 || pageSize > 1000) {
            throw new IllegalArgumentException("no such window or page");
        }
    }

    Map<String, String> parameters() {
        return Map.of(
                "start_date", SECONDS.format(from),
                "end_date", SECONDS.format(roundedUp(to)),
                "page", Integer.toString(page),
                "page_size", Integer.toString(pageSize),
                "sort_by", "startTime",
                "sort_order", "asc");
    }

    private static Instant roundedUp(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }
}
