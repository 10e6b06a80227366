package io.litemaas.schema;

import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The migrate step as a program. It reads {@code LITEMAAS_DATABASE_URL} (a JDBC URL), {@code LITEMAAS_DATABASE_USER},
 * {@code LITEMAAS_DATABASE_PASSWORD} and {@code LITEMAAS_ROLE_PREFIX} (by default {@code litemaas_}).
 */
public final class Migrate {
    private Migrate() {}

    /** Migrates, and says how many migrations ran. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        String url = environment.get("LITEMAAS_DATABASE_URL");
        if (url == null) {
            System.err.println("Set LITEMAAS_DATABASE_URL to the JDBC URL of the database to migrate.");
            System.exit(2);
            return;
        }
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(environment.get("LITEMAAS_DATABASE_USER"));
        owner.setPassword(environment.get("LITEMAAS_DATABASE_PASSWORD"));
        String prefix = environment.getOrDefault("LITEMAAS_ROLE_PREFIX", "litemaas_");
        System.out.println(new Migrations(owner, prefix).apply() + " migrations ran.");
    }
}
