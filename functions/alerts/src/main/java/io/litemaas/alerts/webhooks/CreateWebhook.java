package io.litemaas.alerts.webhooks;

import io.litemaas.alerts.outgoing.Gate;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.idempotency.IdempotentRequest;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.litemaas.platform.seal.Seals;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes a webhook; its secret is the admin's, and is not shown again. */
@ApplicationScoped
public class CreateWebhook {
    private final Room room;
    private final Once once;
    private final IdempotentRequest request;
    private final Caller caller;
    private final Gate gate;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    CreateWebhook(
            @DataSource("alerts") Room room,
            Once once,
            IdempotentRequest request,
            Caller caller,
            Gate gate,
            @DataSource("alerts") Seals seals,
            RoomParts parts,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.once = once;
        this.request = request;
        this.caller = caller;
        this.gate = gate;
        this.seals = seals;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
    }

    @Funq("alerts/webhooks/create")
    @Changes(role = Role.ADMIN, creates = Changes.Creation.THING, rate = Rate.CREATE)
    public Webhook create(@Valid NewWebhook wanted) {
        WebhookSecret.check(wanted.secret());
        CallableAddress.check(gate, wanted.url());
        return once.create(room, request.fingerprint(), Webhook.class, handle -> create(handle, wanted));
    }

    private Webhook create(Handle handle, NewWebhook wanted) {
        UUID id = ids.next();
        Webhook webhook = new Webhook(id, wanted.name(), wanted.url(), true, 1, caller.userId(), clock.instant());
        new WebhookDao(handle).insert(webhook, seals.seal(wanted.secret(), id));
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "webhook.created",
                id.toString(),
                Map.of("name", webhook.name(), "host", webhook.host()));
        return webhook;
    }

    /** A webhook to make. */
    public record NewWebhook(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 2000) String url,
            @NotNull String secret) {

        /** The secret is for nobody's eyes. */
        @Override
        public String toString() {
            return "NewWebhook[" + name + "]";
        }
    }
}
