package io.litemaas.alerts.webhooks;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
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

/** Sends a webhook a message that says nothing, once and now, and tells how that went. A disabled one too. */
@ApplicationScoped
public class TryWebhook {
    private final Room room;
    private final Caller caller;
    private final WebhookMessages messages;
    private final Courier courier;
    private final Audit audit;

    TryWebhook(
            @DataSource("alerts") Room room,
            Caller caller,
            WebhookMessages messages,
            Courier courier,
            RoomParts parts) {
        this.room = room;
        this.caller = caller;
        this.messages = messages;
        this.courier = courier;
        this.audit = parts.audit();
    }

    /** Nothing is kept of it but that it was done, so that it can be repeated at will. */
    @Funq("alerts/webhooks/test")
    @Changes(role = Role.ADMIN, rate = Rate.CREATE)
    public Trial test(@Valid WhichWebhook which) {
        return courier.tryOut(room.inTransaction(handle -> begin(handle, which.id())));
    }

    private Attempt begin(Handle handle, UUID id) {
        Webhook webhook = LockedVersion.any(new WebhookDao(handle), id);
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "webhook.tested",
                id.toString(),
                Map.of("name", webhook.name(), "host", webhook.host()));
        return messages.trial(webhook, new WebhookDao(handle).secret(id), caller.userId());
    }

    /** The webhook's id. */
    public record WhichWebhook(@NotNull UUID id) {}
}
