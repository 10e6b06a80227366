package io.litemaas.alerts.webhooks;

import java.time.Duration;

/** How long a message waits that was not taken: twice as long each time, up to six hours. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /**
     * The wait after an attempt.
     *
     * @param attempts how many there were, at least one
     */
    static Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
