package io.litemaas.emulator.openshift;

/**
 * All faults at one moment.
 *
 * @param token of the token endpoints of both dialects
 * @param user of {@code users/~} and of OpenID's userinfo
 * @param slowMillis how long {@link Fault#SLOW} takes, in milliseconds
 * @param withoutGroups people are answered without their groups
 * @param refuse every sign-in is refused, whoever is chosen
 */
public record FaultPlan(Fault token, Fault user, long slowMillis, boolean withoutGroups, boolean refuse) {
    /** Nothing fails. */
    public static final FaultPlan NONE = new FaultPlan(Fault.NONE, Fault.NONE, 2_000, false, false);

    /** Refuses a delay that a timer can't take. */
    public FaultPlan {
        if (slowMillis < 1 || slowMillis > 600_000) {
            throw new IllegalArgumentException("slowMillis is 1 to 600000");
        }
    }

    FaultPlan withToken(Fault fault) {
        return new FaultPlan(fault, user, slowMillis, withoutGroups, refuse);
    }

    FaultPlan withUser(Fault fault) {
        return new FaultPlan(token, fault, slowMillis, withoutGroups, refuse);
    }

    FaultPlan withSlowMillis(long millis) {
        return new FaultPlan(token, user, millis, withoutGroups, refuse);
    }

    FaultPlan withWithoutGroups(boolean on) {
        return new FaultPlan(token, user, slowMillis, on, refuse);
    }

    FaultPlan withRefuse(boolean on) {
        return new FaultPlan(token, user, slowMillis, withoutGroups, on);
    }
}
