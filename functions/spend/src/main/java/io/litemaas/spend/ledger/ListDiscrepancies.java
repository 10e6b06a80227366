package io.litemaas.spend.ledger;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Lists requests that came again with another cost or other tokens than were booked, the newest first. */
@ApplicationScoped
public class ListDiscrepancies {
    private final Room room;

    ListDiscrepancies(@DataSource("spend") Room room) {
        this.room = room;
    }

    @Funq("ledger/discrepancies")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<Discrepancy> list(@Valid PageQuery query) {
        return Page.numbered(
                room.read(
                        handle -> new LedgerAsideDao(handle).discrepancies(query.afterNumber(), query.getLimit() + 1)),
                query.getLimit(),
                Discrepancy::number);
    }
}
