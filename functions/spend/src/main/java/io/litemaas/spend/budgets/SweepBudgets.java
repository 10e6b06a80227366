package io.litemaas.spend.budgets;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Sweeps the budgets right after a booking. */
@ApplicationScoped
public class SweepBudgets {
    private static final String NAME = "budgets/sweep";
    private static final String BOOKED = "io.litemaas.spend.booked.v1";
    private static final int MOST_SLICES = 20;

    private final Room room;
    private final Inbox inbox;
    private final Sweep sweep;

    SweepBudgets(@DataSource("spend") Room room, RoomParts parts, Sweep sweep) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.sweep = sweep;
    }

    /** The marks outlive a process that dies between the claim and the sweep; the job finds them. */
    @Funq(NAME)
    @CloudEventMapping(trigger = BOOKED, attributes = @EventAttribute(name = "handler", value = NAME))
    public void booked(CloudEvent<JsonNode> event) {
        if (room.inTransaction(handle -> inbox.claim(handle, event, "spend", NAME))) {
            boolean more = true;
            for (int slice = 0; more && slice < MOST_SLICES; slice++) {
                more = sweep.slice();
            }
        }
    }
}
