package io.litemaas.spend.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Compares rows with what is booked for the same requests, and keeps what differs. What the pull says is LiteLLM's own
 * log, so it corrects; a push that differs is only noted, for the pull to decide.
 */
final class DiscrepancyDao {
    private final Handle handle;
    private final Source source;

    DiscrepancyDao(Handle handle, Source source) {
        this.handle = handle;
        this.source = source;
    }

    /** Returns the attributions whose sums changed by a correction. */
    Set<UUID> settle(List<SortedBatch.Entry> entries, Instant now) {
        return handle
                .createQuery("with " + FactRows.INCOMING + """
                , differing as (
                  select distinct on (i.day, i.identity)
                         i.day, i.identity, f.attribution_id, f.started_at, f.model,
                         i.cost, i.prompt_tokens, i.completion_tokens, f.cost + a.cost as booked_cost,
                         f.prompt_tokens + a.prompt_tokens as booked_prompt_tokens,
                         f.completion_tokens + a.completion_tokens as booked_completion_tokens
                  from incoming i
                  join spend.fact f on f.day = i.day and f.identity = i.identity
                  cross join lateral (
                    select coalesce(sum(cost), 0) as cost,
                           coalesce(sum(prompt_tokens), 0)::bigint as prompt_tokens,
                           coalesce(sum(completion_tokens), 0)::bigint as completion_tokens
                    from spend.ledger_adjustment where day = f.day and identity = f.identity
                  ) a
                  where (i.cost, i.prompt_tokens, i.completion_tokens)
                        is distinct from
                        (f.cost + a.cost, f.prompt_tokens + a.prompt_tokens, f.completion_tokens + a.completion_tokens)
                  order by i.day, i.identity, i.cost
                ), noted as (
                  insert into spend.discrepancy (day, identity, source, cost, prompt_tokens, completion_tokens,
                    booked_cost, booked_prompt_tokens, booked_completion_tokens, found_at)
                  select day, identity, :source, cost, prompt_tokens, completion_tokens,
                         booked_cost, booked_prompt_tokens, booked_completion_tokens, :now
                  from differing order by day, identity
                  on conflict do nothing
                ), corrected as (
                  insert into spend.ledger_adjustment (day, identity, bucket, attribution_id, model,
                                                       cost, prompt_tokens, completion_tokens, made_at)
                  select day, identity, date_bin('15 minutes', started_at, timestamptz '2000-01-01 00:00Z'),
                         attribution_id, model, cost - booked_cost, prompt_tokens - booked_prompt_tokens,
                         completion_tokens - booked_completion_tokens, :now
                  from differing where :source = 'pull'
                  returning attribution_id
                )
                select distinct attribution_id from corrected
                """)
                .bind("rows", FactRows.json(entries))
                .bind("source", source.word())
                .bind("now", now)
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
