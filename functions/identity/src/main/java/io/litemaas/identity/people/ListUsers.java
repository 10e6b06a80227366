package io.litemaas.identity.people;

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

/** Lists the people who have signed in, for admins. */
@ApplicationScoped
public class ListUsers {
    private final Room room;

    ListUsers(@DataSource("identity") Room room) {
        this.room = room;
    }

    @Funq("users/list")
    @Reads(role = Role.ADMIN_READONLY, scope = Scope.READ)
    public Page<Person> list(@Valid UserQuery query) {
        List<Person> oneMore =
                room.read(handle -> new PersonDao(handle).list(query.getText(), query.after(), query.getLimit() + 1));
        return Page.of(oneMore, query.getLimit(), Person::id);
    }
}
