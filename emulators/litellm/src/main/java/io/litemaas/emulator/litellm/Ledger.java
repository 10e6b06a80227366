package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Spend: at once in the counters that budgets are checked with, later in the rows and totals that can be read. What
 * falls due while the database is away reaches the log afterwards, but is lost to the counters of keys and users.
 */
final class Ledger {
    private final Store store;
    private final Faults faults;
    private final Clock clock;
    private final Duration flush;
    private final Set<String> lostToCounters = new HashSet<>();

    Ledger(Store store, Faults faults, Clock clock, Duration flush) {
        this.store = store;
        this.faults = faults;
        this.clock = clock;
        this.flush = flush;
    }

    long visibleAt(Instant end) {
        return end.plus(flush).toEpochMilli();
    }

    void add(SpendRow row) {
        store.spend().add(row);
    }

    /** What can be read: flushed rows, oldest first. */
    List<SpendRow> visible() {
        return store.spend().stream().filter(SpendRow::flushed).toList();
    }

    /** Flushes what is due and starts new budget periods. */
    void applyDue() {
        long now = clock.millis();
        boolean down = faults.isDatabaseDown();
        store.spend().replaceAll(row -> {
            if (row.flushed() || row.visibleAt() > now) {
                return row;
            }
            if (down) {
                lostToCounters.add(row.sessionId());
                return row;
            }
            if (lostToCounters.remove(row.sessionId())) {
                return row.asFlushed(now);
            }
            count(row);
            return row.asFlushed(row.visibleAt());
        });
        if (!down) {
            reset(store.keys().values());
            reset(store.users().values());
            reset(store.teams().values());
        }
    }

    private void count(SpendRow row) {
        if (row.cost().total() == 0) {
            return;
        }
        String now = Times.stamp(clock.instant());
        store.key(row.keyHash()).ifPresent(key -> {
            raise(key, "spend", row);
            raise(key, "total_spend", row);
            key.put("updated_at", now);
        });
        store.user(row.userId()).ifPresent(user -> {
            raise(user, "spend", row);
            user.put("updated_at", now);
        });
        store.team(row.teamId()).ifPresent(team -> raise(team, "spend", row));
    }

    private static void raise(ObjectNode row, String column, SpendRow by) {
        row.put(column, row.path(column).asDouble() + by.cost().total());
    }

    private void reset(Collection<ObjectNode> rows) {
        Instant now = clock.instant();
        for (ObjectNode row : rows) {
            JsonNode due = row.path("budget_reset_at");
            if (due.isTextual() && !now.isBefore(Times.parse(due.textValue()))) {
                row.put("spend", 0.0).put("updated_at", Times.stamp(now));
                Durations.nextReset(now, row.path("budget_duration").asText(""))
                        .ifPresent(next -> row.put("budget_reset_at", Times.stamp(next)));
            }
        }
    }

    double spentByKey(ObjectNode key) {
        return spent(key, key.path("token").asText(), SpendRow::keyHash);
    }

    double spentByUser(ObjectNode user) {
        return spent(user, user.path("user_id").asText(), SpendRow::userId);
    }

    double spentByTeam(ObjectNode team) {
        return spent(team, team.path("team_id").asText(), SpendRow::teamId);
    }

    private double spent(ObjectNode row, String id, Function<SpendRow, String> owner) {
        double sum = row.path("spend").asDouble();
        for (SpendRow each : store.spend()) {
            if (!each.flushed() && owner.apply(each).equals(id)) {
                sum += each.cost().total();
            }
        }
        return sum;
    }
}
