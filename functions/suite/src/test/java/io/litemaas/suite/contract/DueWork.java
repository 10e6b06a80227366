package io.litemaas.suite.contract;

import io.litemaas.testing.Sql;
import java.util.UUID;

/** Work that is due in each room that does some by itself, so that whatever sets it off is seen. */
record DueWork(Sql sql) {

    void ofEachRoom(UUID somebody) {
        ofAccess(somebody);
        ofSpend(somebody);
        ofAlerts(somebody);
        sql.run("update operations.job set next_due = now() - interval '1 hour'");
    }

    private void ofAccess(UUID somebody) {
        sql.run("""
                insert into access.convergence (hash, due_at) values (sha256(convert_to(?, 'UTF8')), now() - interval '1 hour')
                on conflict (hash) do update set due_at = excluded.due_at
                """, somebody.toString());
        sql.run("""
                insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                values (?, 'pending', now() - interval '1 hour', now())
                on conflict (user_id) do update set state = 'pending', cause = null, next_attempt_at = excluded.next_attempt_at
                """, somebody);
    }

    private void ofSpend(UUID somebody) {
        UUID budget = UUID.randomUUID();
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, removed_at, period_start, spent, swept_at)
                values (?, 'user', ?, ?, 10, 'USD', 'total', 'UTC', '{80}', 'observe', now(), now(), now(), 'epoch', 0, now())
                """, budget, somebody, somebody);
        sql.run("insert into spend.dirty_budget (budget_id) values (?)", budget);
    }

    private void ofAlerts(UUID somebody) {
        UUID webhook = UUID.randomUUID();
        sql.run("""
                insert into alerts.webhook
                  (id, name, url, secret_key_id, secret_nonce, secret_ciphertext, enabled, created_by, created_at)
                values (?, 'of due work', 'https://hooks.invalid/', 'lost', decode(repeat('00', 12), 'hex'), '', true, ?, now())
                """, webhook, somebody);
        sql.run("""
                insert into alerts.webhook_delivery
                  (id, webhook_id, message_id, type, body, next_at, give_up_at, created_at)
                values (?, ?, ?, 'budget.crossed', '{}', now() - interval '1 hour', now() + interval '1 day', now())
                """, webhook, webhook, webhook);
    }
}
