package io.litemaas.alerts.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what spend and identity publish. */
final class CrossingDao {
    private final Handle handle;

    CrossingDao(Handle handle) {
        this.handle = handle;
    }

    /** What an event is about, by its id: what else the wire says of it may be altered. */
    Optional<Crossing> ofEvent(UUID eventId) {
        return handle.createQuery("""
                select c.crossing_id, c.scope, coalesce(c.scope_name, p.full_name) as name, c.owner_id, c.threshold,
                       c.amount, c.currency, c.spent, c.mode, c.time_zone, c.period_end,
                       coalesce(c.period_end <= c.crossed_at, false) as late
                from spend.published_crossing c
                left join identity.published_principal p on c.scope = 'user' and p.user_id = c.scope_id
                where c.crossing_id = (select cast(e.subject as uuid) from spend.published_event e where e.id = :event)
                """)
                .bind("event", eventId)
                .map((row, context) -> crossing(row))
                .findOne();
    }

    /** The owner, and all admins who can still sign in. */
    List<UUID> recipients(UUID ownerId) {
        return handle.createQuery("""
                select user_id from identity.published_principal
                where user_id = :owner or (roles @> array['admin'] and not disabled)
                order by user_id
                """).bind("owner", ownerId).mapTo(UUID.class).list();
    }

    private static Crossing crossing(ResultSet row) throws SQLException {
        return new Crossing(
                row.getObject("crossing_id", UUID.class),
                row.getString("scope"),
                Optional.ofNullable(row.getString("name")),
                row.getObject("owner_id", UUID.class),
                row.getInt("threshold"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("spent"),
                row.getString("mode").equals("block"),
                ZoneId.of(row.getString("time_zone")),
                Optional.ofNullable(row.getObject("period_end", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("late"));
    }
}
