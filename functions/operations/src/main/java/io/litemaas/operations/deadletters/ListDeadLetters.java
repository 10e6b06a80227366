package io.litemaas.operations.deadletters;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;

/** Lists the events that handlers did not take, the newest first. */
@ApplicationScoped
public class ListDeadLetters {
    private final Room room;

    ListDeadLetters(@DataSource("operations") Room room) {
        this.room = room;
    }

    @Funq("dead-letters/list")
    @Reads(role = Role.ADMIN_READONLY)
    public Page<DeadLetter> list(@Valid DeadLetterQuery query) {
        return Page.of(
                room.read(handle ->
                        new DeadLetterDao(handle).page(query.isWaiting(), query.after(), query.getLimit() + 1)),
                query.getLimit(),
                DeadLetter::id);
    }
}
