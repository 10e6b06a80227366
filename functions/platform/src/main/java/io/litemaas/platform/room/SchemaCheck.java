package io.litemaas.platform.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Whether the database has the schema that this process needs. Until it has, no request comes here, and a rollout waits
 * for the migrations while the release before goes on. A database that can't be reached keeps nobody unready: whoever asks
 * is told so by a problem, at once.
 *
 * <p>Nobody waits here for the database, since Knative gives a probe 100 ms: what is known is said, and the question is
 * asked beside it. One that is not answered at all is a database that can't be reached.
 */
@Readiness
@Singleton
class SchemaCheck implements HealthCheck {
    /** The newest migration of {@code schema/db}; a test compares. */
    static final int NEEDED = 28;

    /** As long as a connection of the pool is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
    /** Classes of SQLSTATE: no connection, a server that stops or starts, a role that may not log in. */
    private static final List<String> AWAY = List.of("08", "57", "28");

    private static final HealthCheckResponse READY = HealthCheckResponse.up("schema");

    private final Rooms rooms;
    private final Clock clock;
    private final Executor executor;
    private final AtomicReference<Asked> asked = new AtomicReference<>(Asked.NEVER);
    private final AtomicBoolean told = new AtomicBoolean();

    private volatile HealthCheckResponse known = down("The schema is being asked for.");
    /** A schema only moves forward, so it is asked until it is new enough. */
    private volatile boolean newEnough;

    @Inject
    SchemaCheck(Rooms rooms, Clock clock, ManagedExecutor executor) {
        this(rooms, clock, (Executor) executor);
    }

    SchemaCheck(Rooms rooms, Clock clock, Executor executor) {
        this.rooms = rooms;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public HealthCheckResponse call() {
        if (newEnough) {
            return READY;
        }
        Asked last = asked.get();
        if (last.answer().isDone()) {
            Asked next = new Asked(new CompletableFuture<>(), clock.instant());
            if (asked.compareAndSet(last, next)) {
                executor.execute(() -> ask(next.answer()));
            }
            return known;
        }
        return clock.instant().isAfter(last.since().plus(PATIENCE)) ? READY : known;
    }

    private void ask(CompletableFuture<Void> answer) {
        try {
            int found = rooms.all()
                    .iterator()
                    .next()
                    .read(handle -> handle.createQuery("select version from platform.published_schema")
                            .mapTo(Integer.class)
                            .one());
            newEnough = found >= NEEDED;
            known = newEnough ? READY : tooOld("schema " + found);
        } catch (JdbiException e) {
            known = isAway(e) ? READY : tooOld("an older schema");
        } finally {
            answer.complete(null);
        }
    }

    private HealthCheckResponse tooOld(String found) {
        String reason = "The database has " + found + ", and this room needs " + NEEDED + ": run the migrations.";
        if (told.compareAndSet(false, true)) {
            LOG.warn(reason);
        }
        return down(reason);
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named("schema")
                .down()
                .withData("reason", reason)
                .build();
    }

    /** A schema without the view is an error of another kind. */
    private static boolean isAway(Throwable e) {
        return Optional.ofNullable(e.getCause())
                .map(cause -> (cause instanceof SQLException sql && isAway(sql.getSQLState())) || isAway(cause))
                .orElse(false);
    }

    private static boolean isAway(String state) {
        return state == null || AWAY.stream().anyMatch(state::startsWith);
    }

    /** A question, and since when it waits for its answer. */
    private record Asked(CompletableFuture<Void> answer, Instant since) {
        static final Asked NEVER = new Asked(CompletableFuture.completedFuture(null), Instant.EPOCH);
    }
}
