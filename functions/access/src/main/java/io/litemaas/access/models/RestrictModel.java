package io.litemaas.access.models;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;

/** Sets whether subscriptions to a model need an admin's approval; those that are active stay so. */
@ApplicationScoped
public class RestrictModel {
    private final Room room;
    private final Caller caller;
    private final Audit audit;

    RestrictModel(@DataSource("access") Room room, Caller caller, RoomParts parts) {
        this.room = room;
        this.caller = caller;
        this.audit = parts.audit();
    }

    @Funq("models/restrict")
    @Changes(role = Role.ADMIN)
    public Model restrict(@Valid Restriction restriction) {
        return room.inTransaction(handle -> {
            ModelDao dao = new ModelDao(handle);
            if (dao.find(restriction.name()).isEmpty()) {
                throw Problem.of(ModelProblem.NOT_FOUND, "No model is named so.");
            }
            Model model = dao.restrict(restriction.name(), restriction.restricted(), restriction.version())
                    .orElseThrow(() -> Problem.of(
                            ModelProblem.CHANGED, "Its version is no longer " + restriction.version() + "."));
            audit.record(
                    handle,
                    Optional.of(caller.userId()),
                    "model.restricted",
                    model.name(),
                    Map.of("restricted", model.restricted()));
            return model;
        });
    }

    /** The request. */
    public record Restriction(
            @NotBlank String name,
            @NotNull Boolean restricted,
            @NotNull Integer version) {}
}
