package io.litemaas.access.convergence;

/** Guards conclusions from absence: when too much is missing at once, the listing is more likely wrong than the world. */
public final class Brake {
    private static final int ALWAYS_ALLOWED = 5;
    private static final int PERCENT_ALLOWED = 2;

    private Brake() {}

    /** Whether so many of all may be concluded to be gone: at most 5, or at most 2 % where that is more. */
    public static boolean allows(int missing, int all) {
        return missing <= Math.max(ALWAYS_ALLOWED, (long) all * PERCENT_ALLOWED / 100);
    }
}
