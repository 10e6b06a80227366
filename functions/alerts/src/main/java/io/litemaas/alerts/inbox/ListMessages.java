package io.litemaas.alerts.inbox;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.page.Page;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import java.util.List;

/** Lists the caller's messages, the newest first. */
@ApplicationScoped
public class ListMessages {
    private final Room room;
    private final Caller caller;

    ListMessages(@DataSource("alerts") Room room, Caller caller) {
        this.room = room;
        this.caller = caller;
    }

    @Funq("inbox/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Page<Message> list(@Valid MessageQuery query) {
        List<Message> messages = room.read(handle ->
                new MessageDao(handle).page(caller.userId(), query.isUnread(), query.after(), query.getLimit() + 1));
        return Page.of(messages, query.getLimit(), Message::id);
    }
}
