package io.litemaas.access.kill;

import static io.litemaas.access.kill.Border.Until.ANSWERED;
import static io.litemaas.access.kill.Border.Until.COMMITTED;
import static org.awaitility.Awaitility.await;

import io.litemaas.emulator.litellm.LiteLlmEmulator;
import io.litemaas.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** Brings a process to a border and keeps it there. */
final class Hold implements AutoCloseable {
    private final Border border;
    private final LiteLlmEmulator emulator;
    private final RoomProcess victim;
    private final List<Owner> owners;
    private Optional<PostgresLock> lock = Optional.empty();

    Hold(Border border, LiteLlmEmulator emulator, RoomProcess victim, List<Owner> owners) {
        this.border = border;
        this.emulator = emulator;
        this.victim = victim;
        this.owners = owners;
    }

    /** Sends the calls one after the other; returns when all have come to the border. */
    Map<Owner, CompletableFuture<Answer>> bring(
            Function<Owner, CompletableFuture<Answer>> call, Predicate<Owner> committed) {
        border.fault().ifPresent(fault -> emulator.faults().add(fault.forNext(owners.size())));
        if (border.fault().isEmpty()) {
            takeLock();
        }
        Map<Owner, CompletableFuture<Answer>> calls = new LinkedHashMap<>();
        for (Owner owner : owners) {
            calls.put(owner, call.apply(owner));
            awaitArrival(owner, calls, committed);
        }
        if (border.fault().isPresent() && border.lock().isPresent()) {
            takeLock();
            emulator.faults().release();
            awaitBlocked(owners.size());
        }
        return calls;
    }

    /** Lets PostgreSQL go on, and waits until it has noticed that the process is dead. */
    @Override
    public void close() {
        lock.ifPresent(PostgresLock::close);
        await("the end of the connections of " + victim.name())
                .until(() -> backends("true").equals("0"));
    }

    private void takeLock() {
        lock = border.lock().map(what -> PostgresLock.on(what, owners));
    }

    private void awaitArrival(Owner owner, Map<Owner, CompletableFuture<Answer>> calls, Predicate<Owner> committed) {
        if (border.until() == ANSWERED) {
            calls.get(owner).join();
        } else if (border.until() == COMMITTED) {
            await(border.title()).until(() -> committed.test(owner));
        } else if (border.fault().isPresent()) {
            await(border.title()).until(() -> emulator.faults().held().size() == calls.size());
        } else {
            awaitBlocked(calls.size());
        }
    }

    private void awaitBlocked(int processes) {
        String waiting = border.lock().orElseThrow().waiting();
        await(border.title())
                .until(() -> backends("wait_event_type = 'Lock' and strpos(query, '" + waiting + "') > 0")
                        .equals(Integer.toString(processes)));
    }

    private String backends(String condition) {
        return TestDatabase.shared()
                .sql()
                .value(
                        "select count(*) from pg_stat_activity where application_name = ? and " + condition,
                        victim.name());
    }
}
