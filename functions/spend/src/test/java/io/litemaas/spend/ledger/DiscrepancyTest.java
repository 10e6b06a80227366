package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscrepancyTest {
    private final Sql sql = TestDatabase.shared().sql();
    private final Bookings bookings = new Bookings();
    private final Spender ulla = Spender.named("ulla");
    private final PushedLog call = PushedLog.of(ulla, "0.1");

    @Test
    void corrects_a_push_by_what_litellms_log_says() {
        bookings.push(List.of(call));

        bookings.pull(List.of(call.costing("0.25")));

        assertThat(bookings.spent(ulla)).isEqualByComparingTo("0.25");
        assertThat(bookings.rows(ulla, "cost = 0.1")).isEqualTo(1);
        assertThat(adjustments()).containsExactly("0.15");
        assertThat(discrepancies()).containsExactly("pull 0.25 instead of 0.1");
    }

    @Test
    void corrects_once_however_often_the_log_says_it() {
        bookings.push(List.of(call));

        bookings.pull(List.of(call.costing("0.25")));
        bookings.pull(List.of(call.costing("0.25")));

        assertThat(bookings.spent(ulla)).isEqualByComparingTo("0.25");
        assertThat(adjustments()).hasSize(1);
    }

    @Test
    void only_notes_a_push_that_differs_from_the_log() {
        bookings.pull(List.of(call.costing("0.25")));

        bookings.push(List.of(call));
        bookings.push(List.of(call));

        assertThat(bookings.spent(ulla)).isEqualByComparingTo("0.25");
        assertThat(adjustments()).isEmpty();
        assertThat(discrepancies()).containsExactly("push 0.1 instead of 0.25");
    }

    @Test
    void notes_two_rows_of_one_batch_that_differ() {
        bookings.push(List.of(call, call.costing("0.3")));

        assertThat(bookings.spent(ulla)).isEqualByComparingTo("0.1");
        assertThat(discrepancies()).containsExactly("push 0.3 instead of 0.1");
    }

    @Test
    void corrects_back_when_the_log_changes_its_mind() {
        bookings.push(List.of(call));
        bookings.pull(List.of(call.costing("0.25")));

        bookings.pull(List.of(call));

        assertThat(bookings.spent(ulla)).isEqualByComparingTo("0.1");
        assertThat(adjustments()).containsExactly("-0.15", "0.15");
    }

    @Test
    void finds_nothing_where_only_the_spelling_differs() {
        bookings.push(List.of(call.costing("1.35e-05")));

        bookings.pull(List.of(call.costing("0.0000135000")));

        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void marks_the_budgets_of_what_it_corrects() {
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, period_start, spent, swept_at)
                values (?, 'key', ?, ?, 10, 'USD', 'total', 'UTC', '{80}', 'observe', now(), now(), 'epoch', 0, now())
                """, ulla.keyId(), ulla.keyId(), ulla.person().id());
        bookings.push(List.of(call));
        sql.run("delete from spend.dirty_budget where budget_id = ?", ulla.keyId());

        bookings.pull(List.of(call));
        assertThat(marks()).isEqualTo("0");
        bookings.pull(List.of(call.costing("0.25")));
        assertThat(marks()).isEqualTo("1");
    }

    private String marks() {
        return sql.value("select count(*) from spend.dirty_budget where budget_id = ?", ulla.keyId());
    }

    private List<String> adjustments() {
        return sql.column(
                "select j.cost from spend.ledger_adjustment j join spend.attribution a on a.id = j.attribution_id"
                        + " where a.owner_id = ? order by j.cost",
                ulla.person().id());
    }

    private List<String> discrepancies() {
        return sql.column(
                "select d.source || ' ' || d.cost || ' instead of ' || d.booked_cost"
                        + " from spend.discrepancy d join spend.fact f using (day, identity)"
                        + " join spend.attribution a on a.id = f.attribution_id where a.owner_id = ?",
                ulla.person().id());
    }
}
