package io.litemaas.alerts;

import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.util.UUID;

/** Budgets that have reached a threshold, as spend records and announces them. */
public final class Crossings {
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";

    private static final Sql SQL = TestDatabase.shared().sql();

    private Crossings() {}

    /** A crossing of a budget of that person's, as spend records it. */
    public static String of(Person owner) {
        UUID budget = UUID.randomUUID();
        UUID crossing = UUID.randomUUID();
        SQL.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, removed_at, period_start, spent, swept_at)
                values (?, 'user', ?, ?, 10, 'USD', 'total', 'UTC', '{80}', 'observe', now(), now(), now(), 'epoch', 8.1, now())
                """, budget, owner.id(), owner.id());
        SQL.run("""
                insert into spend.budget_crossing
                  (id, budget_id, period_start, threshold, amount, spent, mode, crossed_at)
                values (?, ?, 'epoch', 80, 10, 8.10000000000000000000001, 'observe', now())""", crossing, budget);
        return crossing.toString();
    }

    /** The same, so many days ago, in a period that ended an hour later. */
    public static String longAgo(Person owner, int days) {
        String crossing = of(owner);
        SQL.run("""
                update spend.budget_crossing
                set crossed_at = now() - make_interval(days => ?), period_end = now() - make_interval(days => ?) + interval '1 hour'
                where id = cast(? as uuid)""", days, days, crossing);
        return crossing;
    }

    /** The event by which spend says so; its id. */
    public static String announced(String crossing) {
        return Events.announced("spend", CROSSED, crossing);
    }

    /** A crossing of a budget of that person's, of which the room has heard. */
    public static String tell(Person owner) {
        String crossing = of(owner);
        tell(announced(crossing), crossing);
        return crossing;
    }

    /** Has the event come to the room; what the wire says it is about. */
    public static void tell(String event, String crossing) {
        Events.event(event, CROSSED)
                .header("ce-subject", crossing)
                .post("/alerts/tell")
                .then()
                .statusCode(204);
    }
}
