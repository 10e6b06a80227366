package io.litemaas.emulator.openshift;

import java.util.concurrent.atomic.AtomicReference;

/** The switches of a running stand-in; each acts on the next request. */
public final class Faults {
    private final AtomicReference<FaultPlan> plan = new AtomicReference<>(FaultPlan.NONE);

    Faults() {}

    /** What fails now. */
    public FaultPlan current() {
        return plan.get();
    }

    /** Replaces all switches at once. */
    public void set(FaultPlan next) {
        plan.set(next);
    }

    /** Everything works again. */
    public void clear() {
        set(FaultPlan.NONE);
    }

    /** The token endpoints fail so. */
    public void token(Fault fault) {
        plan.updateAndGet(now -> now.withToken(fault));
    }

    /** The user endpoints fail so. */
    public void user(Fault fault) {
        plan.updateAndGet(now -> now.withUser(fault));
    }

    /** How long a slow answer takes, in milliseconds. */
    public void slowMillis(long millis) {
        plan.updateAndGet(now -> now.withSlowMillis(millis));
    }

    /** People come without their groups. */
    public void withoutGroups(boolean on) {
        plan.updateAndGet(now -> now.withWithoutGroups(on));
    }

    /** Every sign-in is refused. */
    public void refuse(boolean on) {
        plan.updateAndGet(now -> now.withRefuse(on));
    }
}
