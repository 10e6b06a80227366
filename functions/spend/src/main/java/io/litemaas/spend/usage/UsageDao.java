package io.litemaas.spend.usage;

import io.litemaas.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums over {@code spend.ledger_entry}, of one owner or of all. */
final class UsageDao {
    private static final String SUMS = """
            coalesce(sum(e.cost), 0) as cost, coalesce(sum(e.requests), 0)::bigint as requests,
            coalesce(sum(e.failed_requests), 0)::bigint as failed_requests,
            coalesce(sum(e.prompt_tokens), 0)::bigint as prompt_tokens,
            coalesce(sum(e.completion_tokens), 0)::bigint as completion_tokens
            """;
    private static final String ENTRIES = """
            from spend.ledger_entry e
            join spend.attribution a on a.id = e.attribution_id
            where e.bucket >= :from and e.bucket < :to and (:everybody or a.owner_id = :owner)
            """;
    private static final String DEAREST = " order by sum(e.cost) desc, 1 limit :most";

    private final Handle handle;
    private final UsageWindow window;
    private final Optional<UUID> owner;
    private final int most;

    UsageDao(Handle handle, UsageWindow window, Optional<UUID> owner, int most) {
        this.handle = handle;
        this.window = window;
        this.owner = owner;
        this.most = most;
    }

    UsageRow.Sum total() {
        return bound("select " + SUMS + ENTRIES).map((row, context) -> sum(row)).one();
    }

    /** The days of the window in their order, without those on which nothing was used. */
    List<UsageRow> byDay() {
        String starts = window.dayStarts().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
        return bound("select width_bucket(e.bucket, cast(:starts as timestamptz[])) as number, " + SUMS + ENTRIES
                        + " group by 1 order by 1")
                .bind("starts", starts)
                .map((row, context) -> UsageRow.byDay(
                        window.first().plusDays(row.getInt("number") - 1L).toString(), sum(row)))
                .list();
    }

    List<UsageRow> byModel() {
        return bound("select e.model, " + SUMS + ENTRIES + " group by e.model" + DEAREST)
                .bind("most", most)
                .map((row, context) -> UsageRow.byModel(row.getString("model"), sum(row)))
                .list();
    }

    /** Under the names that they were booked with last. */
    List<UsageRow> byKey() {
        return bound("""
                select a.key_id, a.subscription_id, a.owner_id,
                       (array_agg(a.key_name order by e.bucket desc))[1] as key_name,
                       (array_agg(a.subscription_name order by e.bucket desc))[1] as subscription_name,
                       max(e.bucket) filter (where e.requests > 0) as last_used_at,
                """ + SUMS + ENTRIES + " group by a.key_id, a.subscription_id, a.owner_id" + DEAREST)
                .bind("most", most)
                .map((row, context) -> new UsageRow(
                        Optional.empty(),
                        Optional.empty(),
                        id(row, "key_id"),
                        Optional.ofNullable(row.getString("key_name")),
                        id(row, "subscription_id"),
                        Optional.ofNullable(row.getString("subscription_name")),
                        id(row, "owner_id"),
                        Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        sum(row)))
                .list();
    }

    List<UsageRow> bySubscription() {
        return bound("""
                select a.subscription_id, a.owner_id,
                       (array_agg(a.subscription_name order by e.bucket desc))[1] as subscription_name,
                """ + SUMS + ENTRIES + " group by a.subscription_id, a.owner_id" + DEAREST)
                .bind("most", most)
                .map((row, context) -> new UsageRow(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        id(row, "subscription_id"),
                        Optional.ofNullable(row.getString("subscription_name")),
                        id(row, "owner_id"),
                        Optional.empty(),
                        sum(row)))
                .list();
    }

    static Optional<Instant> completeUntil(Handle handle) {
        return handle.createQuery("select complete_until from spend.ledger_progress where complete_until is not null")
                .map((row, context) -> instant(row, "complete_until"))
                .findOne();
    }

    /** The UTC days that the window touches and whose last comparison failed. */
    List<Usage.Drift> drift() {
        return handle.createQuery("""
                select day, ours, theirs_after, drift, checked_at from spend.day_check
                where day >= :first and day <= :last and drift <> 0 order by day
                """)
                .bind("first", LocalDate.ofInstant(window.from(), ZoneOffset.UTC))
                .bind("last", LocalDate.ofInstant(window.to().minusMillis(1), ZoneOffset.UTC))
                .map((row, context) -> new Usage.Drift(
                        row.getObject("day", LocalDate.class),
                        Money.usd(row.getBigDecimal("ours")),
                        Money.usd(row.getBigDecimal("theirs_after")),
                        Money.usd(row.getBigDecimal("drift")),
                        instant(row, "checked_at")))
                .list();
    }

    private Query bound(String sql) {
        return handle.createQuery(sql)
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("everybody", owner.isEmpty())
                .bindByType("owner", owner.orElse(null), UUID.class);
    }

    private static UsageRow.Sum sum(ResultSet row) throws SQLException {
        return new UsageRow.Sum(
                Money.usd(row.getBigDecimal("cost")),
                row.getLong("requests"),
                row.getLong("failed_requests"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
