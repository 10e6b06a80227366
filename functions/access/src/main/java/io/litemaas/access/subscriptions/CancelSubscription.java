package io.litemaas.access.subscriptions;

import io.litemaas.access.convergence.CredentialEnd;
import io.litemaas.access.convergence.DueHashes;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ends a subscription and its keys, for good. */
@ApplicationScoped
public class CancelSubscription {
    private final Room room;
    private final Outbox outbox;
    private final CredentialEnd end;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    CancelSubscription(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            CredentialEnd end,
            Caller caller,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.end = end;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("subscriptions/cancel")
    @Changes(role = Role.USER)
    public Subscription cancel(@Valid Cancellation cancellation) {
        return room.inTransaction(handle -> {
            SubscriptionDao dao = new SubscriptionDao(handle);
            Subscription subscription = dao.lockForUpdate(cancellation.id())
                    .filter(found -> found.ownerId().equals(caller.userId())
                            || caller.principal().has(Role.ADMIN))
                    .orElseThrow(() -> Problem.of(SubscriptionProblem.NOT_FOUND, "You have no such subscription."));
            if (subscription.version() != cancellation.version()) {
                throw Problem.of(SubscriptionProblem.CHANGED, "Its version is " + subscription.version() + ".");
            }
            if (subscription.state().hasEnded()) {
                throw Problem.of(
                        SubscriptionProblem.ENDED,
                        "It is " + subscription.state().word() + " already.");
            }
            end(handle, dao, subscription.id());
            return dao.lockForUpdate(subscription.id()).orElseThrow();
        });
    }

    private void end(Handle handle, SubscriptionDao dao, UUID id) {
        Instant now = clock.instant();
        dao.cancel(id, now);
        end.endCancelled(handle, id, now);
        audit.record(handle, Optional.of(caller.userId()), "subscription.cancelled", id.toString(), Map.of());
        outbox.announce(handle, DueHashes.KEYS_CHANGED, id.toString(), Map.of());
    }

    /** The request. */
    public record Cancellation(@NotNull UUID id, @NotNull Integer version) {}
}
