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

/** Lists rows of LiteLLM's log that could not be booked, the newest first. */
@ApplicationScoped
public class ListQuarantine {
    private final Room room;

    ListQuarantine(@DataSource("spend") Room room) {
        this.room = room;
    }

    @Funq("ledger/quarantine")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<QuarantinedRow> list(@Valid PageQuery query) {
        return Page.numbered(
                room.read(handle -> new LedgerAsideDao(handle).quarantine(query.afterNumber(), query.getLimit() + 1)),
                query.getLimit(),
                QuarantinedRow::number);
    }
}
