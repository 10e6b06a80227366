package io.litemaas.alerts.webhooks;

import io.litemaas.alerts.outgoing.Gate;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
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

/** Changes a webhook, and its secret if a new one is given; what waits for it goes out as it is from now on. */
@ApplicationScoped
public class ChangeWebhook {
    private final Room room;
    private final Caller caller;
    private final Gate gate;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;

    ChangeWebhook(
            @DataSource("alerts") Room room,
            Caller caller,
            Gate gate,
            @DataSource("alerts") Seals seals,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.caller = caller;
        this.gate = gate;
        this.seals = seals;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("alerts/webhooks/change")
    @Changes(role = Role.ADMIN)
    public Webhook change(@Valid WebhookChange wanted) {
        wanted.secret().ifPresent(WebhookSecret::check);
        if (wanted.enabled()) {
            // to be disabled, a receiver need not be there any more
            CallableAddress.check(gate, wanted.url());
        }
        return room.inTransaction(handle -> change(handle, wanted));
    }

    private Webhook change(Handle handle, WebhookChange wanted) {
        WebhookDao dao = new WebhookDao(handle);
        Webhook before = LockedVersion.of(dao, wanted.id(), wanted.version());
        Webhook changed = new Webhook(
                before.id(),
                wanted.name(),
                wanted.url(),
                wanted.enabled(),
                before.version() + 1,
                before.createdBy(),
                before.createdAt());
        dao.update(changed);
        if (changed.enabled() && !before.enabled()) {
            new DeliveryDao(handle).giveUp(before.id(), clock.instant());
        }
        wanted.secret().ifPresent(secret -> dao.updateSecret(before.id(), seals.seal(secret, before.id())));
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "webhook.changed",
                before.id().toString(),
                Map.of(
                        "name",
                        changed.name(),
                        "host",
                        changed.host(),
                        "enabled",
                        changed.enabled(),
                        "secretChanged",
                        wanted.secret().isPresent(),
                        "version",
                        changed.version()));
        return changed;
    }

    /**
     * What a webhook is to be.
     *
     * @param version that the change is based on
     * @param secret a new one; without it the old one stays
     */
    public record WebhookChange(
            @NotNull UUID id,
            int version,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 2000) String url,
            @NotNull Boolean enabled,
            Optional<String> secret) {

        /** The secret is for nobody's eyes. */
        @Override
        public String toString() {
            return "WebhookChange[" + id + "]";
        }
    }
}
