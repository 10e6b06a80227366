package io.litemaas.bench.load;

import java.sql.SQLException;

/** Fills a migrated database with others' rows, in the database. */
final class Seed {
    private final Database database;
    private final SeedSizes sizes;

    Seed(Database database, SeedSizes sizes) {
        this.database = database;
        this.sizes = sizes;
    }

    void plant() throws SQLException {
        ids();
        people();
        subscriptions();
        keys();
        credentials();
        spend();
        budgets();
        database.analyze();
    }

    /** A UUID of a UUIDv7's form from a letter and a number. */
    private void ids() throws SQLException {
        database.run("create schema bench");
        database.run("""
                create function bench.id(kind text, n bigint) returns uuid immutable language sql as
                $$ select cast('01900000-0000-7000-8' || repeat(kind, 3) || '-' || lpad(to_hex(n), 12, '0') as uuid) $$
                """);
    }

    private void people() throws SQLException {
        database.run("""
                insert into identity.person (id, issuer, subject, username, full_name, roles, created_at, last_sign_in_at)
                select bench.id('a', n), 'bench', 'other-' || n, 'other-' || n, 'Other ' || n, '{user}', now(), now()
                from generate_series(1, ?) n
                """, sizes.people());
    }

    private void subscriptions() throws SQLException {
        database.run("""
                insert into access.subscription (id, owner_id, name, state, requested_at, decided_at)
                select bench.id('b', n), bench.id('a', n), 'others', 'active', now(), now() from generate_series(1, ?) n
                """, sizes.people());
        database.run("""
                insert into access.subscription_model (subscription_id, model)
                select bench.id('b', n), 'gpt-4o-mini' from generate_series(1, ?) n
                """, sizes.people());
    }

    private void keys() throws SQLException {
        database.run("""
                insert into access.key (id, owner_id, subscription_id, name, created_at)
                select bench.id('c', n), bench.id('a', 1 + (n - 1) % ?), bench.id('b', 1 + (n - 1) % ?), 'key ' || n, now()
                from generate_series(1, ?) n
                """, sizes.people(), sizes.people(), sizes.keys());
        database.run("""
                insert into access.key_model (key_id, model)
                select bench.id('c', n), 'gpt-4o-mini' from generate_series(1, ?) n
                """, sizes.keys());
    }

    private void credentials() throws SQLException {
        database.run("""
                insert into access.credential (id, key_id, hash, nonce, pepper_id, state, attempt, created_at, activated_at)
                select bench.id('d', n), bench.id('c', n), sha256(cast('other-' || n as bytea)),
                       sha256(cast('nonce-' || n as bytea)), 'p1', 'active', 1, now(), now()
                from generate_series(1, ?) n
                """, sizes.keys());
    }

    /** Of quarter hours of the last ninety days, spread over the keys. */
    private void spend() throws SQLException {
        database.run("""
                insert into spend.attribution (id, owner_id, subscription_id, key_id, owner_name, subscription_name, key_name)
                select bench.id('e', n), k.owner_id, k.subscription_id, k.id, 'Other', 'others', k.name
                from generate_series(1, ?) n join access.key k on k.id = bench.id('c', n)
                """, sizes.keys());
        database.run("""
                insert into spend.rollup (bucket, attribution_id, model, requests, failed_requests, prompt_tokens,
                  completion_tokens, cost)
                select date_bin('15 minutes', now(), '2000-01-01 00:00Z') - interval '15 minutes' * (n % 8640),
                       bench.id('e', 1 + (n * 7919) % ?), 'gpt-4o-mini', 3, 0, 300, 90, 0.000123
                from generate_series(1, ?) n on conflict do nothing
                """, sizes.keys(), sizes.rollups());
    }

    /** One a person at most. */
    private void budgets() throws SQLException {
        database.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, period_start, period_end, spent, swept_at)
                select bench.id('f', n), 'user', bench.id('a', n), bench.id('a', n), 1000, 'USD', 'month', 'UTC', '{80,100}',
                       'observe', now(), now(), date_trunc('month', now()), date_trunc('month', now()) + interval '1 month', 0,
                       now()
                from generate_series(1, least(?, ?)) n
                """, sizes.budgets(), sizes.people());
    }
}
