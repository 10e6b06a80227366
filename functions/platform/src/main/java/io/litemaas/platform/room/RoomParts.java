package io.litemaas.platform.room;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.event.OutboxLag;
import io.litemaas.platform.event.Relay;
import io.litemaas.platform.event.Sink;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.job.Housekeeping;
import io.litemaas.platform.job.Job;
import io.litemaas.platform.job.JobRunner;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Makes what each room has of its own from the room and the process. */
@Singleton
public class RoomParts {
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper json;
    private final Sink sink;
    private final ManagedExecutor executor;
    private final MeterRegistry meters;

    RoomParts(Clock clock, Ids ids, ObjectMapper json, Sink sink, ManagedExecutor executor, MeterRegistry meters) {
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.sink = sink;
        this.executor = executor;
        this.meters = meters;
    }

    /** The room's one relay: it must be a bean, since it knows whether it is at work. */
    public Relay relay(Room room) {
        return new Relay(room, sink, clock, executor, new OutboxLag(meters, room.name()));
    }

    public Outbox outbox(Room room, Relay relay) {
        return new Outbox(room, clock, ids, json, relay);
    }

    public Inbox inbox(Room room) {
        return new Inbox(room, clock);
    }

    public Audit audit() {
        return new Audit(clock, ids, json);
    }

    /**
     * Runs the room's own jobs and those that every room has.
     *
     * @param everybodys all of the process, which may hold other rooms; a job's name begins with its room's
     */
    public JobRunner jobs(Room room, Relay relay, List<Job> everybodys) {
        Stream<Job> own = everybodys.stream().filter(job -> job.name().startsWith(room.name() + "."));
        List<Job> jobs =
                Stream.concat(own, Housekeeping.of(room, relay, clock).stream()).toList();
        return new JobRunner(room, inbox(room), clock, jobs, meters);
    }
}
