package io.litemaas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an installation holds that cancelled subscriptions before their keys ended with them. */
class CancelledKeysTest {
    private static final String BEFORE = "16";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:io/litemaas/schema/db")
                .defaultSchema("flyway")
                .placeholders(Map.of("roles", "litemaas_"))
                .target(BEFORE)
                // what is made anew at each migration fits the newest schema only
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
        run("""
                insert into access.subscription (id, owner_id, name, state, requested_at, ended_at)
                select cast(id as uuid), '00000000-0000-4000-8000-000000000001', 'work', state, now(),
                       case state when 'cancelled' then now() end
                from (values ('00000000-0000-4000-8000-00000000000a', 'active'),
                             ('00000000-0000-4000-8000-00000000000b', 'cancelled')) s (id, state);
                insert into access.key (id, owner_id, subscription_id, name, created_at, ended_at)
                select cast('00000000-0000-4000-8000-0000000000' || name as uuid), '00000000-0000-4000-8000-000000000001',
                       cast('00000000-0000-4000-8000-00000000000' || substr(name, 1, 1) as uuid), name, now(),
                       case name when 'b3' then now() end
                from unnest(array['a1', 'b1', 'b2', 'b3']) name;
                insert into access.credential (id, key_id, hash, pepper_id, state, attempt, created_at, activated_at, ended_at)
                select id, id, sha256(cast(name as bytea)), 'p1', case name when 'b3' then 'revoked' else 'active' end, 1,
                       now(), now(), ended_at
                from access.key;
                insert into access.key_quota (user_id, used, max) values ('00000000-0000-4000-8000-000000000001', 3, 20);
                """);
        new Migrations(postgres.getPostgresDatabase(), "litemaas_").apply();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void the_keys_of_cancelled_subscriptions_end_and_no_others() throws SQLException {
        assertThat(query("""
                select k.name || ' ' || c.state || case when k.ended_at is null then '' else ' ended' end
                from access.key k join access.credential c on c.key_id = k.id order by k.name
                """))
                .containsExactly("a1 active", "b1 cancelled ended", "b2 cancelled ended", "b3 revoked ended");
    }

    @Test
    void they_free_their_owners_quota_and_go_from_litellm() throws SQLException {
        assertThat(query("select used from access.key_quota")).containsExactly("1");
        assertThat(query("""
                select k.name || ' ' || d.looks_left from access.convergence d join access.credential c on c.hash = d.hash
                join access.key k on k.id = c.key_id order by k.name
                """)).containsExactly("b1 2", "b2 2");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
