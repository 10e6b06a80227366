package io.litemaas.platform.room;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A room's door to its schema.
 *
 * @param name the room, which is also its schema's name
 * @param jdbi over the room's own pool, logged in as the room's role
 */
public record Room(String name, Jdbi jdbi) {

    public Room {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("A room's name is lower case letters: " + name);
        }
    }

    /** A room over its pool. */
    public static Room over(String name, DataSource pool) {
        return new Room(name, Jdbi.create(pool).installPlugin(new PostgresPlugin()));
    }

    /** Does the work in one transaction and returns what it returns; an exception rolls back. */
    public <T> T inTransaction(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Does the work in one transaction; an exception rolls back. */
    public void useTransaction(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }

    /** Reads without a transaction of its own. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }
}
