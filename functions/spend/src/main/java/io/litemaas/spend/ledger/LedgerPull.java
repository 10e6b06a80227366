package io.litemaas.spend.ledger;

import io.litemaas.litellm.DailyActivity;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Pulls what is next, or a window that somebody asks for, and compares the days that it touched. */
@Singleton
class LedgerPull {
    private final LogPull logs;
    private final LiteLlmWatch watch;
    private final Completeness completeness;
    private final Deadlines deadlines;
    private final LedgerConfig config;
    private final Room room;
    private final Clock clock;

    LedgerPull(
            LogPull logs,
            LiteLlmWatch watch,
            Completeness completeness,
            Deadlines deadlines,
            LedgerConfig config,
            @DataSource("spend") Room room,
            Clock clock) {
        this.logs = logs;
        this.watch = watch;
        this.completeness = completeness;
        this.deadlines = deadlines;
        this.config = config;
        this.room = room;
        this.clock = clock;
    }

    /** Pulls from where the last pull ended, and moves on what is known to be pulled and complete. */
    Pulled next() {
        LedgerProgress progress = room.read(handle -> new ProgressDao(handle).read());
        PullWindow window = progress.next(clock.instant(), config.overlap());
        Outcome outcome = pull(
                window, progress.firstDayToCheck(window), progress.pulledUntil().orElse(Instant.MIN), this::remember);
        room.useTransaction(handle -> {
            ProgressDao dao = new ProgressDao(handle);
            if (outcome.pulled().isDone()) {
                dao.finished(window.to());
            } else {
                dao.reached(outcome.pulled().until());
            }
            // of a window that was read in several goes, the first parts are not known to be complete
            if (progress.reached().isEmpty() && outcome.isComplete()) {
                dao.complete(window.to().minus(config.flush().multipliedBy(2)));
            }
            outcome.shortSince().ifPresent(day -> dao.readAgain(day, clock.instant()));
        });
        return outcome.pulled();
    }

    /** Pulls a window again; rejected calls in it were counted when they were new. */
    Pulled again(PullWindow window) {
        return pull(window, window.firstDay(), clock.instant(), until -> {}).pulled();
    }

    /** What LiteLLM refuses, and would again, is shown in the health and not asked for each minute. */
    private Outcome pull(PullWindow window, LocalDate firstDay, Instant countFrom, Consumer<Instant> bookmark) {
        try {
            return watch.call(() -> pull(window, firstDay, countFrom, bookmark, deadlines.start()));
        } catch (LiteLlmRefused e) {
            room.useTransaction(handle -> new ProgressDao(handle).refused(clock.instant()));
            throw e;
        }
    }

    private void remember(Instant until) {
        room.useTransaction(handle -> new ProgressDao(handle).reached(until));
    }

    /** To compare is a second thing: without LiteLLM's totals all is pulled none the less, and a later pull compares. */
    private Outcome pull(
            PullWindow window, LocalDate firstDay, Instant countFrom, Consumer<Instant> bookmark, Deadline deadline) {
        Optional<Map<LocalDate, DailyActivity>> before =
                completeness.totals(firstDay, window.lastDay(), partOf(deadline));
        Pulled pulled = logs.pull(window, countFrom, deadline, bookmark);
        if (before.isEmpty() || !pulled.isDone()) {
            return new Outcome(pulled, List.of());
        }
        return completeness
                .totals(firstDay, window.lastDay(), deadline)
                .map(after -> completeness.check(firstDay, window.lastDay(), before.get(), after))
                .map(checks -> new Outcome(pulled, checks))
                .orElseGet(() -> new Outcome(pulled, List.of()));
    }

    /** Totals that hang must leave time to pull. */
    private static Deadline partOf(Deadline whole) {
        return Deadline.after(whole.left().dividedBy(3), System::nanoTime);
    }

    /**
     * What a pull came to.
     *
     * @param checks by day; empty where nothing was compared
     */
    private record Outcome(Pulled pulled, List<DayCheck> checks) {
        boolean isComplete() {
            return !checks.isEmpty() && shortSince().isEmpty();
        }

        /**
         * The first of the last two days on which LiteLLM has another sum. A request that ran for longer than the windows
         * overlap is found when its day is read again; what differs even then, two days later, is drift and shown as such.
         */
        Optional<LocalDate> shortSince() {
            return checks.stream()
                    .skip(Math.max(0, checks.size() - 2))
                    .filter(check -> !check.isWithinTolerance())
                    .map(DayCheck::day)
                    .findFirst();
        }
    }
}
