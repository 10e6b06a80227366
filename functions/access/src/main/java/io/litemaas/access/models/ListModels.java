package io.litemaas.access.models;

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
import java.util.Optional;

/** Lists the models that can be subscribed to. */
@ApplicationScoped
public class ListModels {
    private final Room room;

    ListModels(@DataSource("access") Room room) {
        this.room = room;
    }

    @Funq("models/list")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Page<Model> list(@Valid ModelQuery query) {
        List<Model> oneMore = room.read(handle -> new ModelDao(handle)
                .list(Optional.ofNullable(query.getText()), query.isGone(), query.after(), query.getLimit() + 1));
        if (oneMore.size() <= query.getLimit()) {
            return new Page<>(oneMore, Optional.empty());
        }
        List<Model> items = oneMore.subList(0, query.getLimit());
        return new Page<>(
                items, Optional.of(ModelQuery.cursor(items.get(items.size() - 1).name())));
    }
}
