package io.litemaas.alerts.webhooks;

import io.litemaas.alerts.room.AlertsConfig;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.HttpProblem;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Offers a message again that was given up, under the same id and with all of its time anew. */
@ApplicationScoped
public class ResendDelivery {
    private final Room room;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;
    private final Duration giveUpAfter;

    ResendDelivery(@DataSource("alerts") Room room, Caller caller, RoomParts parts, Clock clock, AlertsConfig config) {
        this.room = room;
        this.caller = caller;
        this.audit = parts.audit();
        this.clock = clock;
        this.giveUpAfter = config.giveUpAfter();
    }

    @Funq("alerts/deliveries/resend")
    @Changes(role = Role.ADMIN)
    public Delivery resend(@Valid WhichDelivery which) {
        return room.inTransaction(handle -> resend(handle, which.id()));
    }

    private Delivery resend(Handle handle, UUID id) {
        DeliveryDao dao = new DeliveryDao(handle);
        Instant now = clock.instant();
        boolean resent = dao.resend(id, now, now.plus(giveUpAfter));
        Delivery delivery =
                dao.find(id).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such delivery."));
        if (!resent) {
            throw Problem.of(WebhookProblem.DELIVERY_NOT_FAILED, "It is " + delivery.state() + ".");
        }
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "delivery.resent",
                id.toString(),
                Map.of("webhook", delivery.webhookId(), "message", delivery.messageId()));
        return delivery;
    }

    /** The delivery's id. */
    public record WhichDelivery(@NotNull UUID id) {}
}
