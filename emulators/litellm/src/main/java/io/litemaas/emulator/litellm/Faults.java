package io.litemaas.emulator.litellm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults in force and the requests that wait because of one. Safe to use from any thread. */
public final class Faults {
    private final List<Active> active = new ArrayList<>();
    private final List<Held> held = new CopyOnWriteArrayList<>();

    private final Runnable beforeChange;

    /** @param beforeChange applies what fell due under the faults so far */
    Faults(Runnable beforeChange) {
        this.beforeChange = beforeChange;
    }

    /** A request that waits for a release; {@code kind} says at which border. */
    public record HeldRequest(String method, String path, FaultKind kind) {}

    record Held(HeldRequest request, Runnable resume) {}

    private static final class Active {
        private final Fault fault;
        private int struck;

        Active(Fault fault) {
            this.fault = fault;
        }

        boolean isSpent() {
            return fault.times() > 0 && struck >= fault.times();
        }
    }

    /** Adds a fault; of several that match a request, the first added strikes. */
    public void add(Fault fault) {
        beforeChange.run();
        synchronized (this) {
            active.add(new Active(fault));
        }
    }

    /** Ends all faults; requests that wait go on waiting for {@link #release()}. */
    public void clear() {
        beforeChange.run();
        synchronized (this) {
            active.clear();
        }
    }

    /** The faults still in force. */
    public synchronized List<Fault> inForce() {
        return active.stream().map(each -> each.fault).toList();
    }

    /** The requests that wait now. */
    public List<HeldRequest> held() {
        return held.stream().map(Held::request).toList();
    }

    /** Lets every waiting request go on: held ones do what is left to do, hanging ones are cut. */
    public void release() {
        List<Held> waiting = List.copyOf(held);
        held.removeAll(waiting);
        waiting.forEach(each -> each.resume().run());
    }

    void hold(HeldRequest request, Runnable resume) {
        held.add(new Held(request, resume));
    }

    synchronized Optional<Fault> strike(String path) {
        return take(each -> each.kind().concernsRequests() && path.startsWith(each.path()));
    }

    synchronized boolean dropsPush() {
        return take(each -> each.kind() == FaultKind.DROP_PUSH).isPresent();
    }

    synchronized boolean isDatabaseDown() {
        return active.stream().anyMatch(each -> each.fault.kind() == FaultKind.DATABASE_DOWN);
    }

    private Optional<Fault> take(Predicate<Fault> matches) {
        Optional<Active> found =
                active.stream().filter(each -> matches.test(each.fault)).findFirst();
        found.ifPresent(each -> each.struck++);
        active.removeIf(Active::isSpent);
        return found.map(each -> each.fault);
    }
}
