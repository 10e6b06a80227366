package io.litemaas.alerts.inbox;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Notes that the caller has read a message of theirs. */
@ApplicationScoped
public class ReadMessage {
    private final Room room;
    private final Caller caller;
    private final Clock clock;

    ReadMessage(@DataSource("alerts") Room room, Caller caller, Clock clock) {
        this.room = room;
        this.caller = caller;
        this.clock = clock;
    }

    @Funq("inbox/read")
    @Changes(role = Role.USER)
    public void read(@Valid WhichMessage which) {
        boolean found =
                room.inTransaction(handle -> new MessageDao(handle).read(caller.userId(), which.id(), clock.instant()));
        if (!found) {
            throw Problem.of(HttpProblem.NOT_FOUND, "You have no such message.");
        }
    }

    /** The message's id. */
    public record WhichMessage(@NotNull UUID id) {}
}
