package io.litemaas.alerts.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What admins were told of LiteLLM last, for one cause: one that comes and goes is told of once an hour.
 *
 * @param episode of which they were told
 * @param untold how many there were since, of which they were not
 */
record LastTold(UUID episode, Instant at, int untold) {
    private static final Duration QUIET = Duration.ofHours(1);

    /** What was told before that time does not hold anything back any more. */
    static Instant holdsBackFrom(Instant now) {
        return now.minus(QUIET);
    }

    boolean holdsBack(Instant now) {
        return at.isAfter(holdsBackFrom(now));
    }

    /** A sentence for the next message, or nothing. */
    String meanwhile() {
        if (untold == 0) {
            return "";
        }
        return " It was so " + (untold == 1 ? "once" : untold + " times") + " more since the last message, of "
                + Episode.MOMENT.format(at) + ".";
    }
}
