package io.litemaas.emulator.broker;

import java.util.concurrent.atomic.AtomicReference;

/** The switches of a running broker; each acts on the next event. */
public final class Faults {
    private final AtomicReference<FaultPlan> plan = new AtomicReference<>(FaultPlan.NONE);

    Faults() {}

    /** What goes wrong now. */
    public FaultPlan current() {
        return plan.get();
    }

    /** Replaces all switches at once. */
    public void set(FaultPlan next) {
        plan.set(next);
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        set(FaultPlan.NONE);
    }
}
