package io.litemaas.alerts.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what spend publishes, and identity of the people that it is about. */
final class CrossingDao {
    private static final String CROSSING = """
            select c.crossing_id, c.scope, coalesce(c.scope_name, p.full_name) as name, c.owner_id, c.threshold,
                   c.amount, c.currency, c.spent, c.mode, c.time_zone, c.crossed_at, c.period_end,
                   coalesce(c.period_end <= c.crossed_at, false) as late, coalesce(c.period_end <= :now, false) as over
            from spend.published_crossing c
            left join identity.published_principal p on c.scope = 'user' and p.user_id = c.scope_id
            """;

    private final Handle handle;

    CrossingDao(Handle handle) {
        this.handle = handle;
    }

    /** What an event is about, by its id: what else the wire says of it may be altered. */
    Optional<Crossing> ofEvent(UUID eventId, Instant now) {
        return handle.createQuery(CROSSING + """
                where c.crossing_id = (select cast(e.subject as uuid) from spend.published_event e where e.id = :event)
                """)
                .bind("event", eventId)
                .bind("now", now)
                .map((row, context) -> crossing(row))
                .findOne();
    }

    /** The first behind that place of which nobody was told. */
    List<Crossing> untold(Place after, Instant until, Instant now, int most) {
        return handle.createQuery(CROSSING + """
                where (c.crossed_at, c.crossing_id) > (:after, :id) and c.crossed_at <= :until
                  and not exists (select from alerts.message m where m.cause_id = c.crossing_id)
                order by c.crossed_at, c.crossing_id limit :most
                """)
                .bind("after", after.at())
                .bind("id", after.id())
                .bind("until", until)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> crossing(row))
                .list();
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
                row.getObject("crossed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("period_end", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("late"),
                row.getBoolean("over"));
    }
}
