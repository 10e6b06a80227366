package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class DropMonthsTest {
    private static final String DUE = "select due from spend.published_due_drop_months";

    private final Sql sql = TestDatabase.shared().sql();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @AfterEach
    void leave_no_old_month() {
        wake();
    }

    @Test
    void drops_the_months_that_are_over_and_keeps_their_sums() {
        Spender ulla = Spender.named("ulla");
        PushedLog.push(List.of(PushedLog.of(ulla, "0.5"))).then().statusCode(200);
        month(LocalDate.of(2021, 1, 1));
        month(LocalDate.of(2021, 2, 1));
        sql.run("""
                insert into spend.rollup
                select '2021-01-05 12:00Z', id, 'gpt-4o-mini', 1, 0, 1, 1, 0.25 from spend.attribution where owner_id = ?
                """, ulla.person().id());
        assertThat(sql.value(DUE)).isEqualTo("t");

        wake();

        assertThat(exists(LocalDate.of(2021, 1, 1))).isFalse();
        assertThat(exists(LocalDate.of(2021, 2, 1))).isFalse();
        assertThat(exists(today)).isTrue();
        assertThat(sql.value(DUE)).isEqualTo("f");
        assertThat(sql.value(
                        "select sum(cost) from spend.ledger_entry e join spend.attribution a on a.id = e.attribution_id"
                                + " where a.owner_id = ?",
                        ulla.person().id()))
                .isEqualTo("0.75");
    }

    @Test
    void keeps_the_month_in_which_kept_time_begins() {
        LocalDate oldest = today.minusMonths(13);
        month(oldest);

        wake();

        assertThat(exists(oldest)).isTrue();
    }

    @Test
    void keeps_what_is_kept_whatever_the_clock_of_the_caller_says() {
        assertThatThrownBy(() -> sql.value("select spend.drop_month(?)", java.sql.Date.valueOf(today)))
                .hasMessageContaining("thirteen months");
    }

    private void month(LocalDate day) {
        sql.value("select spend.make_month(?)::text", java.sql.Date.valueOf(day));
    }

    private boolean exists(LocalDate day) {
        String name = "spend.fact_" + day.format(DateTimeFormatter.ofPattern("yyyy_MM"));
        return sql.value("select to_regclass(?)::text", name) != null;
    }

    private void wake() {
        Events.runJob("spend", "spend.drop-months");
    }
}
