package io.litemaas.emulator.broker;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How hard a delivery is tried; each part may be absent.
 *
 * @param retry how often after the first attempt
 * @param backoffPolicy {@code exponential} or {@code linear}
 * @param backoffDelay what the policy grows from
 * @param timeout for one attempt
 * @param deadLetterSink who gets what could not be delivered
 */
record DeliverySpec(
        Integer retry,
        BackoffPolicy backoffPolicy,
        Duration backoffDelay,
        Duration timeout,
        Destination deadLetterSink) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 20;

    DeliverySpec {
        if (retry != null && retry < 0) {
            throw new IllegalArgumentException("retry is not negative");
        }
    }

    /** What Knative does for a trigger and a broker that say nothing. */
    static DeliverySpec nothing() {
        return new DeliverySpec(null, null, null, null, null);
    }

    int retries() {
        return retry == null ? 0 : retry;
    }

    /** An attempt without a limit would hold this process for ever. */
    Duration limit() {
        return timeout == null ? LONGEST : timeout;
    }

    /**
     * The wait before a repetition. Knative counts from 0, so a linear one comes at once the first time.
     *
     * @param failed how many attempts have failed after the first
     */
    Duration backoff(int failed) {
        Duration unit = backoffDelay == null ? Duration.ZERO : backoffDelay;
        return backoffPolicy == BackoffPolicy.LINEAR
                ? unit.multipliedBy(failed)
                : unit.multipliedBy(1L << Math.min(failed, MOST_DOUBLINGS));
    }

    Optional<Destination> sink() {
        return Optional.ofNullable(deadLetterSink);
    }

    /** How waits grow. */
    enum BackoffPolicy {
        LINEAR,
        EXPONENTIAL;

        @com.fasterxml.jackson.annotation.JsonCreator
        static BackoffPolicy of(String word) {
            for (BackoffPolicy policy : values()) {
                if (policy.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return policy;
                }
            }
            throw new IllegalArgumentException("backoffPolicy is linear or exponential, not " + word);
        }
    }
}
