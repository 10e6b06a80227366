package io.litemaas.alerts.webhooks;

import io.litemaas.platform.seal.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes deliveries for an attempt, and notes how it ended. */
final class AttemptDao {
    private final Handle handle;

    AttemptDao(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes what is due. A receiver that hangs has few at once, so that it does not keep others waiting.
     *
     * @param lost when an attempt that nobody has heard of again is made anew
     */
    List<Attempt> take(Instant now, Instant lost, int each, int most) {
        return handle.createQuery("""
                with waiting as (
                  select d.id, row_number() over (partition by d.webhook_id order by d.next_at, d.id) as place
                  from alerts.webhook_delivery d
                  join alerts.webhook w on w.id = d.webhook_id
                  where d.state = 'pending' and d.next_at <= :now and w.enabled),
                due as (
                  select d.id from alerts.webhook_delivery d
                  where d.id in (select id from waiting where place <= :each) and d.state = 'pending' and d.next_at <= :now
                  order by d.next_at, d.id limit :most for update skip locked)
                update alerts.webhook_delivery d
                set attempts = d.attempts + 1, next_at = :lost
                from due, alerts.webhook w
                where d.id = due.id and w.id = d.webhook_id
                returning d.id, d.webhook_id, d.message_id, d.body, d.attempts, d.give_up_at, w.url,
                          w.secret_key_id, w.secret_nonce, w.secret_ciphertext
                """)
                .bind("now", now)
                .bind("lost", lost)
                .bind("each", each)
                .bind("most", most)
                .map((row, context) -> attempt(row))
                .list();
    }

    /** The receipt. */
    void delivered(Attempt attempt, Optional<Integer> status, Instant now) {
        end(attempt, "delivered", status, Optional.empty(), Optional.of(now));
    }

    void failed(Attempt attempt, Optional<Integer> status, Optional<String> error) {
        end(attempt, "failed", status, error, Optional.empty());
    }

    void again(Attempt attempt, Optional<Integer> status, Optional<String> error, Instant next) {
        handle.createUpdate("""
                update alerts.webhook_delivery set next_at = :next, last_status = :status, last_error = :error
                where id = :id and state = 'pending' and attempts = :number
                """)
                .bind("next", next)
                .bindByType("status", status.orElse(null), Integer.class)
                .bind("error", error.orElse(null))
                .bind("id", attempt.id())
                .bind("number", attempt.number())
                .execute();
    }

    /** Whoever took it after us has the word. */
    private void end(
            Attempt attempt,
            String state,
            Optional<Integer> status,
            Optional<String> error,
            Optional<Instant> deliveredAt) {
        handle.createUpdate("""
                update alerts.webhook_delivery
                set state = :state, last_status = :status, last_error = :error, delivered_at = :deliveredAt
                where id = :id and state = 'pending' and attempts = :number
                """)
                .bind("state", state)
                .bindByType("status", status.orElse(null), Integer.class)
                .bind("error", error.orElse(null))
                .bindByType("deliveredAt", deliveredAt.orElse(null), Instant.class)
                .bind("id", attempt.id())
                .bind("number", attempt.number())
                .execute();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getString("body"),
                row.getString("url"),
                new Sealed(
                        row.getString("secret_key_id"),
                        row.getBytes("secret_nonce"),
                        row.getBytes("secret_ciphertext")),
                row.getInt("attempts"),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant());
    }
}
