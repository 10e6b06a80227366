package io.litemaas.emulator.litellm;

import java.time.Duration;

/**
 * A fault to come.
 *
 * @param path the prefix of the paths it strikes; empty strikes all
 * @param times how many requests (or pushes) it strikes; 0 means until cleared
 * @param delay how late a slow answer is
 * @param retryAfter the header of that name on a refusal for going too fast; empty for none
 */
public record Fault(FaultKind kind, String path, int times, Duration delay, String retryAfter) {
    /** A fault on every path until cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, "", 0, Duration.ZERO, "");
    }

    /** The same, only for paths with this prefix. */
    public Fault on(String prefix) {
        return new Fault(kind, prefix, times, delay, retryAfter);
    }

    /** The same, only for the next requests. */
    public Fault forNext(int requests) {
        return new Fault(kind, path, requests, delay, retryAfter);
    }

    /** An answer that comes later by this much. */
    public static Fault slow(Duration delay) {
        return new Fault(FaultKind.SLOW, "", 0, delay, "");
    }

    /** A refusal for going too fast, until a time as HTTP's header says it: seconds, or a date. */
    public static Fault throttled(String retryAfter) {
        return new Fault(FaultKind.THROTTLED, "", 0, Duration.ZERO, retryAfter);
    }
}
