package io.litemaas.spend.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The statements that book. Clients book the same requests at once, so each statement takes its locks in one order:
 * facts by their key, then roll-ups by theirs, then the facts that were there before by their key. A statement of its own
 * looks at those, since the one that inserts does not see what others committed while it waited for them.
 */
final class FactDao {
    private final Handle handle;
    private final Source source;
    private final String rows;

    FactDao(Handle handle, Source source, List<SortedBatch.Entry> entries) {
        this.handle = handle;
        this.source = source;
        this.rows = FactRows.json(entries);
    }

    static void makeMonth(Handle handle, LocalDate day) {
        handle.createQuery("select spend.make_month(:day)::text")
                .bind("day", day)
                .mapTo(String.class)
                .list();
    }

    /** Drops the oldest month if it ended by that day; false where there is none. */
    static boolean dropMonth(Handle handle, LocalDate before) {
        return handle.createQuery("select spend.drop_month(:before)")
                .bind("before", before)
                .mapTo(Boolean.class)
                .one();
    }

    /** Inserts the facts that are new, and adds them to the roll-ups. */
    Booked insert() {
        return bound(handle.createQuery("with " + FactRows.INCOMING + """
                , inserted as (
                  insert into spend.fact (day, identity, attribution_id, started_at, cost, prompt_tokens,
                                          completion_tokens, successful, pushed, pulled, model)
                  select distinct on (day, identity)
                         day, identity, attribution_id, started_at, cost, prompt_tokens,
                         completion_tokens, successful, :push, not :push, model
                  from incoming
                  order by day, identity, cost, prompt_tokens, completion_tokens
                  on conflict do nothing
                  returning *
                ), summed as (
                  select date_bin('15 minutes', started_at, timestamptz '2000-01-01 00:00Z') as bucket,
                         attribution_id, model, count(*) as requests, count(*) filter (where not successful) as failed,
                         sum(prompt_tokens) as prompt_tokens, sum(completion_tokens) as completion_tokens,
                         sum(cost) as cost
                  from inserted group by 1, 2, 3
                ), rolled as (
                  insert into spend.rollup as r (bucket, attribution_id, model, requests, failed_requests,
                                                 prompt_tokens, completion_tokens, cost)
                  select bucket, attribution_id, model, requests, failed, prompt_tokens, completion_tokens, cost
                  from summed order by bucket, attribution_id, model
                  on conflict (bucket, attribution_id, model) do update
                    set requests = r.requests + excluded.requests,
                        failed_requests = r.failed_requests + excluded.failed_requests,
                        prompt_tokens = r.prompt_tokens + excluded.prompt_tokens,
                        completion_tokens = r.completion_tokens + excluded.completion_tokens,
                        cost = r.cost + excluded.cost
                  returning attribution_id
                )
                select (select count(*) from inserted) as facts,
                       array(select distinct attribution_id from rolled) as touched
                """))
                .map((row, context) -> new Booked(
                        row.getInt("facts"), uuids(row.getArray("touched").getArray())))
                .one();
    }

    /** Marks the facts that were there before as seen in this form too, and locks those that may need correction. */
    void mark() {
        bound(handle.createUpdate("with " + FactRows.INCOMING + """
                , locked as (
                  select f.day, f.identity
                  from spend.fact f join incoming i on f.day = i.day and f.identity = i.identity
                  where not (case when :push then f.pushed else f.pulled end)
                     or (f.cost, f.prompt_tokens, f.completion_tokens)
                        is distinct from (i.cost, i.prompt_tokens, i.completion_tokens)
                     or exists (select from spend.ledger_adjustment a where a.day = f.day and a.identity = f.identity)
                  order by f.day, f.identity
                  for update of f
                )
                update spend.fact f set pushed = f.pushed or :push, pulled = f.pulled or not :push
                from locked l
                where f.day = l.day and f.identity = l.identity
                  and not (case when :push then f.pushed else f.pulled end)
                """)).execute();
    }

    private <T extends SqlStatement<T>> T bound(T statement) {
        return statement.bind("rows", rows).bind("push", source == Source.PUSH);
    }

    static Set<UUID> uuids(Object array) {
        return new HashSet<>(Arrays.asList((UUID[]) array));
    }

    /**
     * What a booking did.
     *
     * @param facts those that were new
     * @param touched the attributions whose sums changed
     */
    record Booked(int facts, Set<UUID> touched) {}
}
