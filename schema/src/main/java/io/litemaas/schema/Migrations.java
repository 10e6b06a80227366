package io.litemaas.schema;

import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the newest schema. */
public final class Migrations {
    private static final String LOCATION = "classpath:io/litemaas/schema/db";

    private final DataSource owner;
    private final String rolePrefix;

    /**
     * @param owner a login that may create schemas and roles
     * @param rolePrefix what the rooms' roles start with, such as {@code litemaas_}; roles are cluster-wide, so two
     *     installations on one PostgreSQL need two prefixes
     */
    public Migrations(DataSource owner, String rolePrefix) {
        if (!rolePrefix.matches("[a-z][a-z0-9_]{0,30}")) {
            throw new IllegalArgumentException("A role prefix is lower case letters, digits and _: " + rolePrefix);
        }
        this.owner = owner;
        this.rolePrefix = rolePrefix;
    }

    /**
     * Runs what has not run yet; doing it twice is harmless. What was cut off in a statement that commits by itself is run
     * again. A table that the rooms at work hold for longer than five seconds ends the run with an error: to be tried again.
     *
     * @return how many migrations ran
     */
    public int apply() {
        Flyway flyway = Flyway.configure()
                .dataSource(owner)
                .locations(LOCATION)
                .defaultSchema("flyway")
                .placeholders(Map.of("roles", rolePrefix))
                .validateMigrationNaming(true)
                // whoever waits for a table stops all who come after
                .initSql("set lock_timeout = '5s'")
                // the release before may be asked for again, and finds what it does not know
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                // an index that is built beside the rooms at work would wait for ever behind a lock held in a
                // transaction
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
        if (Stream.of(flyway.info().all())
                .anyMatch(migration -> migration.getState().isFailed())) {
            flyway.repair();
        }
        return flyway.migrate().migrationsExecuted;
    }
}
