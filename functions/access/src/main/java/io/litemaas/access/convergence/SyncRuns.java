package io.litemaas.access.convergence;

import io.litemaas.litellm.LiteLlmException;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.room.Room;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Records each run in {@code access.sync_run}; one that died shows as begun and never ended. */
@Singleton
public class SyncRuns {
    private final Room room;
    private final Clock clock;
    private final Ids ids;

    SyncRuns(@DataSource("access") Room room, Clock clock, Ids ids) {
        this.room = room;
        this.clock = clock;
        this.ids = ids;
    }

    /** Does the work and records it; a failure is recorded and thrown on. */
    public SyncRun record(SyncRun.Kind kind, Supplier<Result> work) {
        UUID id = ids.next();
        Instant started = clock.instant();
        begin(id, kind, started);
        Result result = Result.failed("broken off by an error of ours");
        try {
            result = work.get();
        } catch (LiteLlmException e) {
            result = Result.failed(e.getMessage());
            throw e;
        } finally {
            end(id, result);
        }
        return new SyncRun(
                id, kind, started, clock.instant(), result.outcome(), result.seen(), result.changed(), result.cause());
    }

    private void begin(UUID id, SyncRun.Kind kind, Instant now) {
        room.useTransaction(handle -> handle.createUpdate(
                        "insert into access.sync_run (id, kind, started_at) values (:id, :kind, :now)")
                .bind("id", id)
                .bind("kind", kind.word())
                .bind("now", now)
                .execute());
    }

    private void end(UUID id, Result result) {
        room.useTransaction(handle -> handle.createUpdate("""
                update access.sync_run
                set ended_at = :now, outcome = :outcome, seen = :seen, changed = :changed, cause = :cause
                where id = :id
                """)
                .bind("now", clock.instant())
                .bind("outcome", result.outcome().word())
                .bind("seen", result.seen())
                .bind("changed", result.changed())
                .bind("cause", result.cause().orElse(null))
                .bind("id", id)
                .execute());
    }

    /** What a run came to. */
    public record Result(SyncRun.Outcome outcome, int seen, int changed, Optional<String> cause) {

        public static Result done(int seen, int changed) {
            return new Result(SyncRun.Outcome.DONE, seen, changed, Optional.empty());
        }

        static Result failed(String cause) {
            return new Result(SyncRun.Outcome.FAILED, 0, 0, Optional.of(cause));
        }

        public static Result braked(int seen, int changed, String cause) {
            return new Result(SyncRun.Outcome.BRAKED, seen, changed, Optional.of(cause));
        }
    }
}
