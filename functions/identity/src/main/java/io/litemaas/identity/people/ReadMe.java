package io.litemaas.identity.people;

import io.litemaas.identity.room.IdentityConfig;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Reads;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells callers who they are, what they may do, and whether LiteLLM knows them yet. */
@ApplicationScoped
public class ReadMe {
    private final Room room;
    private final Caller caller;
    private final IdentityConfig config;

    ReadMe(@DataSource("identity") Room room, Caller caller, IdentityConfig config) {
        this.room = room;
        this.caller = caller;
        this.config = config;
    }

    @Funq("auth/me")
    @Reads(role = Role.USER, scope = Scope.READ)
    public Me read() {
        UUID id = caller.userId();
        return room.read(handle -> new PersonDao(handle)
                        .find(id)
                        .map(person -> Me.of(person, sync(handle, id), config.litellmPublicUrl())))
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such user."));
    }

    private static Me.Sync sync(Handle handle, UUID id) {
        return handle.createQuery("select state, changed_at from access.published_user_sync where user_id = :id")
                .bind("id", id)
                .map((row, context) -> new Me.Sync(
                        row.getString("state"),
                        Optional.of(row.getObject("changed_at", OffsetDateTime.class)
                                .toInstant())))
                .findOne()
                .orElse(Me.Sync.PENDING);
    }
}
