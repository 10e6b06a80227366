package io.litemaas.platform.job;

import io.litemaas.platform.event.Inbox;
import io.litemaas.platform.room.Room;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a room's jobs when {@code job.due} wakes it. */
public final class JobRunner {
    /** The event by which operations wakes a room; its extension {@code job} names the job. */
    public static final String JOB_DUE = "io.litemaas.job.due.v1";

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_SLICES = 100;

    private final Room room;
    private final Inbox inbox;
    private final Clock clock;
    private final Map<String, Job> jobs;
    private final MeterRegistry meters;

    /** Of two jobs of one name the first counts: a room may have its own way of doing what every room does. */
    public JobRunner(Room room, Inbox inbox, Clock clock, List<Job> jobs, MeterRegistry meters) {
        this.room = room;
        this.inbox = inbox;
        this.clock = clock;
        this.meters = meters;
        this.jobs = jobs.stream()
                .collect(Collectors.toUnmodifiableMap(Job::name, Function.identity(), (first, second) -> first));
    }

    /** Runs the job that the event names, if it is one of ours and the event is genuine and new. */
    public void run(CloudEvent<?> event, String handler) {
        Job job = jobs.get(String.valueOf(event.extensions().get("job")));
        if (job != null && room.inTransaction(handle -> inbox.claim(handle, event, "operations", handler))) {
            runUnlessHeld(job);
        }
    }

    /** Runs one of the room's jobs before its time, unless it runs just now. */
    public void runNow(String job) {
        Optional.ofNullable(jobs.get(job)).ifPresentOrElse(this::runUnlessHeld, () -> {
            throw new IllegalArgumentException("No job of this room: " + job);
        });
    }

    private void runUnlessHeld(Job job) {
        Instant now = clock.instant();
        Optional<Long> fence =
                room.inTransaction(handle -> new JobLease(handle, room).take(job.name(), now, now.plus(LEASE)));
        if (fence.isEmpty()) {
            return;
        }
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            Job.Lease lease = () -> extend(job, fence.get(), clock.instant().plus(LEASE));
            boolean more = true;
            for (int slice = 0; more && slice < MOST_SLICES; slice++) {
                more = job.slice(lease) && lease.extend();
            }
            outcome = "done";
        } finally {
            sample.stop(meters.timer("litemaas.job", "job", job.name(), "outcome", outcome));
            extend(job, fence.get(), clock.instant());
        }
    }

    private boolean extend(Job job, long fence, Instant until) {
        return room.inTransaction(handle -> new JobLease(handle, room).extend(job.name(), fence, until));
    }
}
