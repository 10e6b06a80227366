package io.litemaas.access.subscriptions;

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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Approves or rejects a subscription that waits for an admin. */
@ApplicationScoped
public class DecideSubscription {
    private final Room room;
    private final Outbox outbox;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    DecideSubscription(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            Caller caller,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("subscriptions/decide")
    @Changes(role = Role.ADMIN)
    public Subscription decide(@Valid Decision decision) {
        return room.inTransaction(handle -> {
            SubscriptionDao dao = new SubscriptionDao(handle);
            Subscription subscription = dao.lockForUpdate(decision.id())
                    .orElseThrow(() -> Problem.of(SubscriptionProblem.NOT_FOUND, "There is none of this id."));
            if (subscription.version() != decision.version()) {
                throw Problem.of(SubscriptionProblem.CHANGED, "Its version is " + subscription.version() + ".");
            }
            if (subscription.state() != Subscription.State.PENDING) {
                throw Problem.of(
                        SubscriptionProblem.NOT_PENDING,
                        "It is " + subscription.state().word() + ".");
            }
            dao.decide(subscription.id(), decision.outcome(), caller.userId(), decision.reason(), clock.instant());
            audit.record(
                    handle,
                    Optional.of(caller.userId()),
                    "subscription.decided",
                    subscription.id().toString(),
                    Map.of("outcome", decision.outcome()));
            outbox.announce(
                    handle,
                    "io.litemaas.subscription.decided.v1",
                    subscription.id().toString(),
                    Map.of("outcome", decision.outcome()));
            return dao.lockForUpdate(subscription.id()).orElseThrow();
        });
    }

    /** The request. */
    public record Decision(
            @NotNull UUID id,
            @NotNull Integer version,
            @NotNull Boolean approve,
            Optional<@Size(max = 500) String> reason) {

        Subscription.State outcome() {
            return approve ? Subscription.State.ACTIVE : Subscription.State.REJECTED;
        }
    }
}
