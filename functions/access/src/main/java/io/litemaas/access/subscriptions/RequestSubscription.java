package io.litemaas.access.subscriptions;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Subscribes the caller to models, or asks an admin to where one of them is restricted. */
@ApplicationScoped
public class RequestSubscription {
    private final Room room;
    private final Caller caller;
    private final Once once;
    private final IdempotentRequest request;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    RequestSubscription(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            Caller caller,
            Once once,
            IdempotentRequest request,
            RoomParts parts,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.outbox = outbox;
        this.caller = caller;
        this.once = once;
        this.request = request;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
    }

    @Funq("subscriptions/request")
    @Changes(role = Role.USER, rate = Rate.CREATE, creates = Changes.Creation.THING)
    public Subscription request(@Valid SubscriptionRequest wish) {
        UUID owner = caller.userId();
        return once.create(room, request.fingerprint(), Subscription.class, handle -> create(handle, owner, wish));
    }

    private Subscription create(Handle handle, UUID owner, SubscriptionRequest wish) {
        SubscriptionDao dao = new SubscriptionDao(handle);
        Subscription subscription = wish.granted(ids.next(), owner, dao.offers(wish.models()), clock.instant());
        dao.insert(subscription);
        audit.record(
                handle,
                Optional.of(owner),
                "subscription.requested",
                subscription.id().toString(),
                Map.of("models", subscription.models(), "state", subscription.state()));
        outbox.announce(
                handle,
                "io.litemaas.subscription.requested.v1",
                subscription.id().toString(),
                Map.of("state", subscription.state()));
        return subscription;
    }
}
