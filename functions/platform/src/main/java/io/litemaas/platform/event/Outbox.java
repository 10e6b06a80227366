package io.litemaas.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where a room announces what it did, in the transaction that did it. */
public final class Outbox {
    private final Room room;
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper json;
    private final Relay relay;

    public Outbox(Room room, Clock clock, Ids ids, ObjectMapper json, Relay relay) {
        this.room = room;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.relay = relay;
    }

    /** Announces an event; the relay hears of it when, and only if, the transaction commits. */
    public void announce(Handle handle, String type, String subject, Map<String, ?> data) {
        insert(handle, type, subject, Optional.empty(), data);
    }

    /**
     * Announces that a job is due, for the one room that has it, unless that was announced already and waits to be posted: a
     * room that is away has each of its jobs waiting once.
     *
     * @return whether it was announced
     */
    public boolean announceJob(Handle handle, String type, String job) {
        if (new OutboxDao(handle, room).waits(type, job)) {
            return false;
        }
        insert(handle, type, job, Optional.of(job), Map.of("job", job));
        return true;
    }

    /** Has an event that some room announced posted again, as it was; handlers that had it will not mind. */
    public void announceAgain(Handle handle, Event event) {
        new OutboxDao(handle, room).insertAgain(event, clock.instant());
        handle.afterCommit(relay::wake);
    }

    private void insert(Handle handle, String type, String subject, Optional<String> job, Map<String, ?> data) {
        new OutboxDao(handle, room)
                .insert(new Event(
                        ids.next(), type, subject, job, json.valueToTree(data).toString(), clock.instant()));
        handle.afterCommit(relay::wake);
    }
}
