package io.litemaas.platform.room;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Whether the database has the schema that this process needs. Until it has, no request comes here, and a rollout waits
 * for the migrations while the release before goes on. A database that can't be reached keeps nobody unready: whoever asks
 * is told so by a problem, at once.
 */
@Readiness
@Singleton
class SchemaCheck implements HealthCheck {
    /** The newest migration of {@code schema/db}; a test compares. */
    static final int NEEDED = 28;

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
    /** Classes of SQLSTATE: no connection, a server that stops or starts, a role that may not log in. */
    private static final List<String> AWAY = List.of("08", "57", "28");

    private final Rooms rooms;
    /** A schema only moves forward, so it is asked until it is new enough. */
    private volatile boolean newEnough;

    private volatile boolean told;

    SchemaCheck(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public HealthCheckResponse call() {
        if (newEnough) {
            return HealthCheckResponse.up("schema");
        }
        try {
            int found = rooms.all()
                    .iterator()
                    .next()
                    .read(handle -> handle.createQuery("select version from platform.published_schema")
                            .mapTo(Integer.class)
                            .one());
            newEnough = found >= NEEDED;
            return newEnough ? HealthCheckResponse.up("schema") : tooOld("schema " + found);
        } catch (JdbiException e) {
            return isAway(e) ? HealthCheckResponse.up("schema") : tooOld("an older schema");
        }
    }

    private HealthCheckResponse tooOld(String found) {
        String reason = "The database has " + found + ", and this room needs " + NEEDED + ": run the migrations.";
        if (!told) {
            told = true;
            LOG.warn(reason);
        }
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
}
