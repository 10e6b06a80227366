package io.litemaas.suite;

import java.nio.file.Path;

/** What to do with a database that another major version of PostgreSQL made. */
final class OtherMajor {
    private OtherMajor() {}

    /** Each step as a command that can be copied. A dump is the only way that leads forwards and backwards. */
    static String advice(Path database, String theirs, String ours) {
        Path folder = database.getParent();
        return """
                the database in %1$s was made by PostgreSQL %3$s, and this LiteMaaS brings %4$s, which can't read it.
                To begin anew, remove the data folder:  rm -r %2$s
                To go on with its data:
                  1. Start the LiteMaaS that made it on this data folder, and dump what it has from another terminal:
                       export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=postgres
                       export PGPASSWORD=$(sed -n 's/^password=//p' %2$s/postgres.properties) PGPORT=$(sed -n 4p %1$s/postmaster.pid)
                       pg_dump -Fc -f %2$s/litemaas.dump
                  2. Stop it, and put its database aside:
                       mv %1$s %1$s-%3$s
                  3. Start this LiteMaaS on the data folder, which makes an empty database, and put the dump into it from
                     another terminal (with PostgreSQL %4$s's own programs; what the rooms log meanwhile does not matter):
                       export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=postgres
                       export PGPASSWORD=$(sed -n 's/^password=//p' %2$s/postgres.properties) PGPORT=$(sed -n 4p %1$s/postmaster.pid)
                       psql -c 'drop schema access, alerts, flyway, identity, operations, platform, spend cascade'
                       pg_restore -d postgres --exit-on-error %2$s/litemaas.dump
                  4. Stop it and start it again: that brings what was restored to this version's schema.""".formatted(database, folder, theirs, ours);
    }
}
