package io.litemaas.access.convergence;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.page.PageQuery;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Lists what waits for an admin's decision. */
@ApplicationScoped
public class ListConflicts {
    private final Room room;

    ListConflicts(@DataSource("access") Room room) {
        this.room = room;
    }

    @Funq("keys/conflicts")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<Conflict> list(@Valid PageQuery query) {
        return Page.of(
                room.read(handle -> new ConflictDao(handle).open(query.after(), query.getLimit() + 1)),
                query.getLimit(),
                Conflict::id);
    }
}
