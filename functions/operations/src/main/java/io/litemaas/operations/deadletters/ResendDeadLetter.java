package io.litemaas.operations.deadletters;

import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Sends an event again that a handler did not take; doing it twice sends it once. */
@ApplicationScoped
public class ResendDeadLetter {
    private final Room room;
    private final Caller caller;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ResendDeadLetter(
            @DataSource("operations") Room room,
            Caller caller,
            @DataSource("operations") Outbox outbox,
            RoomParts parts,
            Clock clock) {
        this.room = room;
        this.caller = caller;
        this.outbox = outbox;
        this.audit = parts.audit();
        this.clock = clock;
    }

    @Funq("dead-letters/resend")
    @Changes(role = Role.ADMIN)
    public void resend(@Valid WhichLetter which) {
        room.useTransaction(handle -> resend(handle, which.id()));
    }

    private void resend(Handle handle, UUID id) {
        DeadLetterDao dao = new DeadLetterDao(handle);
        DeadLetterDao.Waiting letter =
                dao.lock(id).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such dead letter."));
        if (!letter.waits()) {
            return;
        }
        outbox.announceAgain(handle, letter.event());
        dao.resent(id, clock.instant());
        audit.record(
                handle,
                Optional.of(caller.userId()),
                "event.resent",
                letter.event().id().toString(),
                Map.of("handler", letter.handler(), "type", letter.event().type()));
    }

    /** The letter's id. */
    public record WhichLetter(@NotNull UUID id) {}
}
