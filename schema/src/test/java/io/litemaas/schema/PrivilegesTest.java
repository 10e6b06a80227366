package io.litemaas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between rooms: what each role may do with each relation and function that exists, whoever added it. */
class PrivilegesTest {
    private static final Path MATRIX = Path.of("privileges.txt");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        new Migrations(postgres.getPostgresDatabase(), "litemaas_").apply();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void each_role_may_do_what_the_committed_matrix_says_and_nothing_else() throws Exception {
        List<String> actual = matrix();

        Files.write(Path.of("target/privileges.txt"), actual, StandardCharsets.UTF_8);
        assertThat(actual)
                .as("compare target/privileges.txt with privileges.txt")
                .isEqualTo(Files.readAllLines(MATRIX, StandardCharsets.UTF_8));
    }

    @Test
    void nobody_but_the_owner_may_do_anything_by_default() throws Exception {
        assertThat(query("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     cross join aclexplode(c.relacl) a
                where a.grantee = 0 and n.nspname !~ '^(pg_|information_schema)'
                """)).isEmpty();
        assertThat(query("""
                select p.proname::text
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                     cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                where a.grantee = 0 and n.nspname !~ '^(pg_|information_schema)'
                """)).isEmpty();
    }

    @Test
    void a_room_writes_history_in_its_own_name_only() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role litemaas_spend");
            statement.execute("""
                    insert into platform.audit (id, room, at, action, object)
                    values (gen_random_uuid(), 'access', now(), 'key.issued', 'forged')""");
        }

        assertThat(query("select room from platform.audit where object = 'forged'"))
                .containsExactly("spend");
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(new Migrations(postgres.getPostgresDatabase(), "litemaas_").apply())
                .isZero();
    }

    @Test
    void two_installations_with_two_prefixes_share_one_server() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database other");
        }

        assertThat(new Migrations(postgres.getDatabase("postgres", "other"), "other_").apply())
                .isPositive();
    }

    /** Partitions are folded into their parent: they are made at run time and are never named by a room. */
    private static List<String> matrix() throws SQLException {
        return query("""
                with relation as (
                  select n.nspname as schema, c.relname as name, c.oid
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and not c.relispartition
                    and n.nspname !~ '^(pg_|information_schema)'
                ), room as (
                  select rolname from pg_roles where rolname like 'litemaas\\_%'
                ), privilege as (
                  select r.schema || '.' || r.name as object, rolname, p as what
                  from relation r, room, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
                  where has_table_privilege(rolname, r.oid, p)
                     or (p in ('INSERT', 'UPDATE') and has_any_column_privilege(rolname, r.oid, p))
                  union all
                  select n.nspname || '.' || f.proname || '()', rolname, 'EXECUTE'
                  from pg_proc f join pg_namespace n on n.oid = f.pronamespace, room
                  where n.nspname !~ '^(pg_|information_schema)' and has_function_privilege(rolname, f.oid, 'EXECUTE')
                  union all
                  select n.nspname, rolname, p
                  from pg_namespace n, room, unnest(array['USAGE', 'CREATE']) p
                  where n.nspname !~ '^(pg_|information_schema)' and has_schema_privilege(rolname, n.oid, p)
                )
                select object || ' ' || substr(rolname, 10) || ' ' || string_agg(lower(what), ',' order by what)
                from privilege group by object, rolname order by object collate "C", rolname collate "C"
                """);
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
