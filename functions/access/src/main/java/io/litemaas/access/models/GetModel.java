package io.litemaas.access.models;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

/** Shows one model. */
@ApplicationScoped
public class GetModel {
    private final Room room;

    GetModel(@DataSource("access") Room room) {
        this.room = room;
    }

    @Funq("models/get")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Model get(@Valid ByName query) {
        return room.read(handle -> new ModelDao(handle).find(query.getName()))
                .orElseThrow(() -> Problem.of(ModelProblem.NOT_FOUND, "No model is named so."));
    }

    /** The query. */
    public static class ByName {
        @NotBlank
        private String name;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }
}
