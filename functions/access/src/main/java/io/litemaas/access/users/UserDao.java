package io.litemaas.access.users;

import io.litemaas.litellm.UserProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.user_sync}, and what identity publishes of a person. */
final class UserDao {
    static final int BATCH = 20;

    private final Handle handle;

    UserDao(Handle handle) {
        this.handle = handle;
    }

    Desired desired(UUID userId, String instance) {
        return handle.createQuery("""
                select p.full_name, p.email, coalesce(s.generation, 0) as generation
                from identity.published_principal p
                left join access.user_sync s on s.user_id = p.user_id
                where p.user_id = :userId
                """)
                .bind("userId", userId)
                .map((row, context) -> {
                    UserProfile profile = UserProfile.of(
                            userId.toString(), row.getString("full_name"), UserConvergence.metadata(instance));
                    String email = row.getString("email");
                    return new Desired(email == null ? profile : profile.withEmail(email), row.getLong("generation"));
                })
                .one();
    }

    void due(UUID userId, Instant now) {
        handle.createUpdate("""
                insert into access.user_sync as s (user_id, state, next_attempt_at, changed_at)
                values (:userId, 'pending', :now, :now)
                on conflict (user_id) do update
                  set state = 'pending', cause = null, attempt = 0, generation = s.generation + 1,
                      next_attempt_at = excluded.next_attempt_at,
                      changed_at = case when s.state = 'pending' then s.changed_at else excluded.changed_at end
                """).bind("userId", userId).bind("now", now).execute();
    }

    /**
     * Takes users for one attempt, each due again later should it fail: after 10 s, 20 s, 40 s, then each minute. Not later,
     * since until then nobody who signed in during an outage is known to LiteLLM.
     */
    List<UUID> claimDue(Instant now) {
        return handle.createQuery("""
                update access.user_sync
                set attempt = attempt + 1,
                    next_attempt_at = cast(:now as timestamptz)
                      + least(interval '10 seconds' * power(2, least(attempt, 10)), interval '1 minute')
                where user_id in (
                  select user_id from access.user_sync
                  where state <> 'synced' and next_attempt_at <= :now
                  order by next_attempt_at limit :batch for update skip locked)
                returning user_id
                """)
                .bind("now", now)
                .bind("batch", BATCH)
                .mapTo(UUID.class)
                .list();
    }

    /** Takes an attempt back from which nothing was learnt about the users, since LiteLLM is left alone until then. */
    void leftAlone(List<UUID> userIds, Instant until) {
        handle.createUpdate("""
                update access.user_sync set attempt = greatest(attempt - 1, 0), next_attempt_at = :until
                where user_id = any(:userIds) and state <> 'synced'
                """)
                .bind("userIds", userIds.toArray(UUID[]::new))
                .bind("until", until)
                .execute();
    }

    /** Unless the user became due again since that generation was read. */
    void synced(UUID userId, long generation, Instant now) {
        handle.createUpdate("""
                insert into access.user_sync (user_id, state, next_attempt_at, changed_at)
                values (:userId, 'synced', :now, :now)
                on conflict (user_id) do update
                  set state = 'synced', cause = null, attempt = 0, changed_at = excluded.changed_at
                  where access.user_sync.state <> 'synced' and access.user_sync.generation = :generation
                """)
                .bind("userId", userId)
                .bind("generation", generation)
                .bind("now", now)
                .execute();
    }

    /** Unless they are due already: since this was tried, something of them changed. */
    void failed(UUID userId, String cause, Instant now) {
        handle.createUpdate("""
                update access.user_sync
                set state = 'failed', cause = :cause, changed_at = :now,
                    next_attempt_at = cast(:now as timestamptz) + interval '15 minutes'
                where user_id = :userId and state <> 'synced' and (state = 'failed' or attempt > 0)
                """)
                .bind("userId", userId)
                .bind("cause", cause)
                .bind("now", now)
                .execute();
    }

    /**
     * What LiteLLM should have of a person.
     *
     * @param generation how often they had become due when it was read
     */
    record Desired(UserProfile profile, long generation) {}
}
