package io.litemaas.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether keys are over is asked each minute, however many there are. */
class EndKeysPlanTest {
    private final Sql sql = TestDatabase.shared().sql();
    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void manyKeysOfWhichHalfAreOver() {
        sql.run("""
                insert into access.subscription (id, owner_id, name, state, requested_at)
                values (?, ?, 'work', 'active', now())""", owner, owner);
        sql.run("""
                insert into access.key (id, owner_id, subscription_id, name, created_at, expires_at, ended_at)
                select gen_random_uuid(), ?, ?, 'k' || n, now(),
                       now() + case when n % 2 = 0 then interval '1 day' else interval '-1 day' end,
                       case when n % 2 = 0 then null else now() end
                from generate_series(1, 30000) n""", owner, owner);
        sql.run("""
                insert into access.credential (id, key_id, hash, pepper_id, state, attempt, created_at, activated_at, ended_at)
                select gen_random_uuid(), id, sha256(cast(id::text as bytea)), 'p1',
                       case when ended_at is null then 'active' else 'expired' end, 1, now(), now(), ended_at
                from access.key where owner_id = ?""", owner);
        sql.run("analyze access.key, access.credential");
    }

    @AfterEach
    void forget() {
        sql.run("delete from access.credential where key_id in (select id from access.key where owner_id = ?)", owner);
        sql.run("delete from access.key where owner_id = ?", owner);
        sql.run("delete from access.subscription where owner_id = ?", owner);
        sql.run("analyze access.key, access.credential");
    }

    @Test
    void reads_no_key_that_is_not_over() {
        assertThat(plan(EndKeysJob.OVER
                        .replace(":now", "now()")
                        .replace(":abandoned", "now() - interval '1 hour'")
                        .replace(":slice", "50")))
                .contains("key_expiring", "credential_pending")
                .doesNotContain("Seq Scan");
    }

    @Test
    void operations_asks_for_none_either() {
        assertThat(plan("select due from access.published_due_end_keys"))
                .contains("key_expiring")
                .doesNotContain("Seq Scan");
    }

    private String plan(String statement) {
        return String.join("\n", sql.column("explain (costs off) " + statement));
    }
}
