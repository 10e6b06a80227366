package io.litemaas.spend.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Takes an alert of LiteLLM's as the ring of a doorbell: the ledger is pulled and the budgets are swept now. What the alert
 * says is not believed, since LiteLLM sends false ones and anybody could, and nothing of it is kept.
 */
@ApplicationScoped
public class RingDoorbell {
    /** Says that somebody rang; the subject is an id of the ring. */
    static final String RUNG = "io.litemaas.ledger.rung.v1";

    private final Room room;
    private final Outbox outbox;
    private final LedgerConfig config;
    private final Clock clock;
    private final Ids ids;

    RingDoorbell(
            @DataSource("spend") Room room,
            @DataSource("spend") Outbox outbox,
            LedgerConfig config,
            Clock clock,
            Ids ids) {
        this.room = room;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Answers after the commit, with 200 and no other status: LiteLLM takes any other for a failure. The face knows the
     * token, and without one this function is not there.
     */
    @Funq("ledger/litellm-alerts")
    @Changes(role = Role.ANYONE, rate = Rate.WEBHOOK, secretSegment = "litemaas.ledger.alert-token")
    public Rung ring(ObjectNode alert) {
        room.useTransaction(this::ring);
        return new Rung(true);
    }

    /** LiteLLM's log has nothing new within one flush, so that of many rings in that time the first is enough. */
    private void ring(Handle handle) {
        Instant now = clock.instant();
        if (new ProgressDao(handle).ring(now, now.minus(config.flush()))) {
            outbox.announce(handle, RUNG, ids.next().toString(), Map.of());
        }
    }

    /** That it rang. */
    public record Rung(boolean rung) {}
}
