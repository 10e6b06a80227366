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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every room forgets by age is found by age, and a room says when there is something to forget. */
class HousekeepingTest {
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
    void each_table_that_is_cleared_by_age_has_an_index_on_it() throws SQLException {
        assertThat(query("""
                select c.table_schema || '.' || c.table_name
                from information_schema.columns c
                where (c.table_name, c.column_name) in (
                    ('outbox', 'posted_at'), ('inbox', 'claimed_at'), ('idempotency', 'created_at'), ('message', 'created_at'))
                  and not exists (
                    select from pg_indexes i
                    where i.schemaname = c.table_schema and i.tablename = c.table_name
                      and i.indexdef like '%(' || c.column_name || ')%')
                """)).isEmpty();
    }

    @Test
    void a_room_that_only_hears_says_so_when_its_inbox_has_old_events() throws SQLException {
        assertThat(query("""
                insert into alerts.inbox (event_id, handler, claimed_at)
                values (gen_random_uuid(), 'x', now() - interval '31 days') returning handler
                """)).hasSize(1);

        assertThat(query("select due::text from alerts.published_due_forget_events"))
                .containsExactly("true");
    }

    @Test
    void each_job_is_due_in_the_midst_between_two_ticks() throws SQLException {
        assertThat(query("""
                select name from operations.job
                where every >= interval '1 minute' and extract(second from next_due) <> 30
                """)).isEmpty();
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
