package io.litemaas.alerts.webhooks;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Removes a webhook, its secret, and what was or was to be delivered to it. */
@ApplicationScoped
public class RemoveWebhook {
    private final Room room;
    private final Caller caller;
    private final Audit audit;

    RemoveWebhook(@DataSource("alerts") Room room, Caller caller, RoomParts parts) {
        this.room = room;
        this.caller = caller;
        this.audit = parts.audit();
    }

    @Funq("alerts/webhooks/remove")
    @Changes(role = Role.ADMIN)
    public void remove(@Valid WebhookRemoval removal) {
        room.useTransaction(handle -> remove(handle, removal));
    }

    private void remove(Handle handle, WebhookRemoval removal) {
        WebhookDao dao = new WebhookDao(handle);
        Webhook webhook = LockedVersion.of(dao, removal.id(), removal.version());
        dao.delete(webhook.id());
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "webhook.removed",
                webhook.id().toString(),
                Map.of("name", webhook.name(), "host", webhook.host()));
    }

    /**
     * Which webhook.
     *
     * @param version that the removal is based on
     */
    public record WebhookRemoval(@NotNull UUID id, int version) {}
}
