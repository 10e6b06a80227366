package io.litemaas.emulator.broker;

/**
 * How badly the broker behaves: a real one may do all of this.
 *
 * @param duplicate each event is delivered twice
 * @param reorder each second event waits a second, so that later ones overtake it
 * @param delayMillis each event waits this long first
 * @param failEvery each n-th attempt fails on its way; 0 for none
 */
public record FaultPlan(boolean duplicate, boolean reorder, long delayMillis, int failEvery) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(false, false, 0, 0);

    private static final long OVERTAKEN = 1_000;

    /** Refuses what a timer can't take. */
    public FaultPlan {
        if (delayMillis < 0 || delayMillis > 600_000 || failEvery < 0) {
            throw new IllegalArgumentException("delayMillis is 0 to 600000, failEvery is not negative");
        }
    }

    /** How long the n-th event waits, in milliseconds. */
    long pause(int event) {
        return delayMillis + (reorder && event % 2 == 1 ? OVERTAKEN : 0);
    }

    /** Whether the n-th attempt fails on its way. */
    boolean fails(int attempt) {
        return failEvery > 0 && attempt % failEvery == 0;
    }
}
