package io.litemaas.spend.ledger;

import io.litemaas.litellm.LiteLlmException;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Pulls LiteLLM's log now: what is next, or a window that an admin wants read again. */
@ApplicationScoped
public class PullLedger {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final LedgerPull pull;
    private final Caller caller;
    private final Room room;
    private final Audit audit;
    private final Clock clock;

    PullLedger(LedgerPull pull, Caller caller, @DataSource("spend") Room room, RoomParts parts, Clock clock) {
        this.pull = pull;
        this.caller = caller;
        this.room = room;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("ledger/pull")
    @Changes(role = Role.ADMIN)
    public Pulled pull(Window wanted) {
        Optional<PullWindow> window = window(wanted, clock.instant());
        room.useTransaction(handle -> audit.record(
                handle, Optional.of(caller.userId()), "ledger.pulled", "ledger", Map.of("window", window.toString())));
        try {
            return window.map(pull::again).orElseGet(pull::next);
        } catch (LiteLlmException e) {
            throw e.problem();
        }
    }

    private static Optional<PullWindow> window(Window wanted, Instant now) {
        if (wanted.from().isEmpty() && wanted.to().isEmpty()) {
            return Optional.empty();
        }
        Instant to = wanted.to().orElse(now);
        Instant from = wanted.from().orElseThrow(() -> wrong("A window needs its beginning, from."));
        if (from.isAfter(to) || to.isAfter(now.plus(Duration.ofDays(1)))) {
            throw wrong("The window ends before it begins, or in the future.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw wrong("A window has at most " + LONGEST.toDays() + " days.");
        }
        if (!KeptTime.at(now).holds(from)) {
            throw wrong("The ledger keeps thirteen months.");
        }
        return Optional.of(new PullWindow(from, to));
    }

    private static Problem wrong(String detail) {
        return Problem.of(LedgerProblem.WINDOW_INVALID, detail);
    }

    /** A window; without both, what is next. */
    public record Window(Optional<Instant> from, Optional<Instant> to) {}
}
