package io.litemaas.access.convergence;

import io.litemaas.litellm.LiteLlmException;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * What LiteLLM refuses, and would again, as a conflict that admins see: one for each thing that it is refused for, until the
 * thing is taken after all.
 */
@Singleton
public class Refusals {
    /** All issuances together: what LiteLLM does not take of one it mostly takes of none. */
    public static final String ISSUING = "generate";

    private final Room room;
    private final Clock clock;
    private final Ids ids;

    Refusals(@DataSource("access") Room room, Clock clock, Ids ids) {
        this.room = room;
        this.clock = clock;
        this.ids = ids;
    }

    /** Notes a refusal, in the transaction that draws the consequence. */
    public void note(Handle handle, String object, LiteLlmException refusal) {
        new ConflictDao(handle).refused(ids.next(), object, refusal.getMessage(), clock.instant());
    }

    /** The same by itself. */
    public void note(String object, LiteLlmException refusal) {
        room.useTransaction(handle -> note(handle, object, refusal));
    }

    /** It was taken: a refusal before is over. */
    public void taken(Handle handle, String object) {
        new ConflictDao(handle).taken(object, clock.instant());
    }
}
