package io.litemaas.alerts.webhooks;

import io.litemaas.alerts.outgoing.Outcome;
import io.litemaas.alerts.outgoing.OutgoingCalls;
import io.litemaas.alerts.outgoing.OutgoingConfig;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.litemaas.platform.seal.SealBrokenException;
import io.litemaas.platform.seal.Seals;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Brings messages to webhooks: takes what is due and commits, posts it, notes how that ended. */
@Singleton
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    /** Beyond the time of a call, for the notes about it. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private static final int SLICE = 20;
    private static final int AT_ONE_RECEIVER = 5;

    private final Room room;
    private final OutgoingCalls calls;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;
    private final Executor executor;
    private final Duration lease;

    Courier(
            @DataSource("alerts") Room room,
            OutgoingCalls calls,
            @DataSource("alerts") Seals seals,
            RoomParts parts,
            Clock clock,
            ManagedExecutor executor,
            OutgoingConfig config) {
        this.room = room;
        this.calls = calls;
        this.seals = seals;
        this.audit = parts.audit();
        this.clock = clock;
        this.executor = executor;
        this.lease = config.timeout().plus(MARGIN);
    }

    /** Delivers some of what is due, all at once, so that it takes no longer than one call. Returns whether there may be more. */
    public boolean slice() {
        Instant now = clock.instant();
        List<Attempt> attempts =
                room.inTransaction(handle -> new AttemptDao(handle).take(now, now.plus(lease), AT_ONE_RECEIVER, SLICE));
        make(attempts);
        return !attempts.isEmpty();
    }

    /** Posts a message of which nothing is noted, and tells how that went. */
    Trial tryOut(Attempt attempt) {
        Made made = post(attempt).join();
        return new Trial(attempt.messageId(), made.isTaken(), made.status(), made.fault());
    }

    private void make(List<Attempt> attempts) {
        attempts.stream()
                // not on the thread of the network's events, which a database would hold up
                .map(attempt -> post(attempt).thenAcceptAsync(made -> note(attempt, made), executor))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** A secret that can't be opened keeps no other webhook from its messages. */
    private CompletableFuture<Made> post(Attempt attempt) {
        try {
            String secret = seals.open(attempt.secret(), attempt.webhookId());
            Map<String, String> headers =
                    Signature.headers(secret, attempt.messageId(), clock.instant(), attempt.body());
            return calls.post(attempt.url(), headers, attempt.body()).thenApply(Made::of);
        } catch (SealBrokenException e) {
            LOG.errorf("The secret of the webhook %s can't be opened: %s", attempt.webhookId(), e.getMessage());
            return CompletableFuture.completedFuture(Made.withoutSecret());
        }
    }

    private void note(Attempt attempt, Made made) {
        room.useTransaction(handle -> {
            if (made.isTaken()) {
                new AttemptDao(handle).delivered(attempt, made.status(), clock.instant());
            } else {
                noteFailure(handle, attempt, made);
            }
        });
    }

    private void noteFailure(Handle handle, Attempt attempt, Made made) {
        AttemptDao dao = new AttemptDao(handle);
        Optional<Instant> next = made.isGone() ? Optional.empty() : attempt.next(clock.instant());
        next.ifPresentOrElse(
                time -> dao.again(attempt, made.status(), made.fault(), time),
                () -> dao.failed(attempt, made.status(), made.fault()));
        if (made.isGone() && new WebhookDao(handle).disable(attempt.webhookId())) {
            audit.record(
                    handle,
                    Optional.empty(),
                    "webhook.disabled",
                    attempt.webhookId().toString(),
                    Map.of("status", made.status().orElseThrow()));
        }
    }

    /**
     * What an attempt came to.
     *
     * @param outcome of the call; empty if none was made
     * @param fault what went wrong
     */
    private record Made(Optional<Outcome> outcome, Optional<String> fault) {
        static Made of(Outcome outcome) {
            return new Made(Optional.of(outcome), outcome.fault());
        }

        static Made withoutSecret() {
            return new Made(Optional.empty(), Optional.of("secret_sealed"));
        }

        Optional<Integer> status() {
            return outcome.flatMap(Outcome::status);
        }

        boolean isTaken() {
            return outcome.filter(Outcome::isTaken).isPresent();
        }

        boolean isGone() {
            return outcome.filter(Outcome::isGone).isPresent();
        }
    }
}
