package io.litemaas.emulator.litellm;

import java.time.Duration;

/**
 * A fault to come.
 *
 * @param path the prefix of the paths it strikes; empty strikes all
 * @param times how many requests (or pushes) it strikes; 0 means until cleared
 * @param delay how late a slow answer is
 */
public record Fault(FaultKind kind, String path, int times, Duration delay) {
    /** A fault on every path until cleared. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, "", 0, Duration.ZERO);
    }

    /** The same, only for paths with this prefix. */
    public Fault on(String prefix) {
        return new Fault(kind, prefix, times, delay);
    }

    /** The same, only for the next requests. */
    public Fault forNext(int requests) {
        return new Fault(kind, path, requests, delay);
    }

    /** An answer that comes later by this much. */
    public static Fault slow(Duration delay) {
        return new Fault(FaultKind.SLOW, "", 0, delay);
    }
}
