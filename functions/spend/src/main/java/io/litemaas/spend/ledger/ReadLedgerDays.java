package io.litemaas.spend.ledger;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;

/** Tells an admin how complete the ledger is, day by day. */
@ApplicationScoped
public class ReadLedgerDays {
    private final Room room;
    private final Clock clock;

    ReadLedgerDays(@DataSource("spend") Room room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    @Funq("ledger/days")
    @Reads(role = Role.ADMIN_READONLY)
    public LedgerDays read(@Valid DaysQuery query) {
        DaysQuery.Days days = query.days(LocalDate.now(clock));
        return room.read(handle -> {
            LedgerProgress progress = new ProgressDao(handle).read();
            return new LedgerDays(
                    progress.completeUntil(), progress.pulledUntil(), new LedgerDaysDao(handle).days(days));
        });
    }
}
