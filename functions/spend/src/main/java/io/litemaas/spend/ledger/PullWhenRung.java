package io.litemaas.spend.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.job.JobRunner;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** Does before their time what the jobs would do within a minute: pulls the ledger, sweeps the budgets. */
@ApplicationScoped
public class PullWhenRung {
    private static final String NAME = "ledger/pull-when-rung";

    private final Room room;
    private final Inbox inbox;
    private final JobRunner jobs;

    PullWhenRung(@DataSource("spend") Room room, RoomParts parts, @DataSource("spend") JobRunner jobs) {
        this.room = room;
        this.inbox = parts.inbox(room);
        this.jobs = jobs;
    }

    @Funq(NAME)
    @CloudEventMapping(trigger = RingDoorbell.RUNG, attributes = @EventAttribute(name = "handler", value = NAME))
    public void rung(CloudEvent<JsonNode> event) {
        if (room.inTransaction(handle -> inbox.claim(handle, event, "spend", NAME))) {
            jobs.runNow("spend.pull-ledger");
            jobs.runNow("spend.sweep-budgets");
        }
    }
}
