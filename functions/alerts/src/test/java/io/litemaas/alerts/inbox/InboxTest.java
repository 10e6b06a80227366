package io.litemaas.alerts.inbox;

import static io.litemaas.alerts.inbox.Inboxes.inbox;
import static io.litemaas.alerts.inbox.Inboxes.inboxAs;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.litemaas.alerts.Crossings;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
class InboxTest {

    private final Sql sql = TestDatabase.shared().sql();
    private final Person ulla = Person.user("ulla");
    private final Person ozan = Person.user("ozan");

    @BeforeEach
    void nobodyElseIsAnAdmin() {
        sql.run("update identity.person set roles = '{user}' where roles @> '{admin}'");
    }

    @Test
    void tells_the_owner_and_all_admins() {
        Person ada = Person.admin("ada");
        Person gone = Person.admin("gone");
        sql.run("update identity.person set disabled_at = now() where id = ?", gone.id());

        Crossings.tell(ulla);

        inbox(ulla, "")
                .body("items.title", contains("The budget of the user ulla Example is at 80 %"))
                .body("items[0].text", equalTo("8.10 USD of 10.00 USD are spent. Calls go on."))
                .body("items[0].kind", equalTo("budget_crossed"))
                .body("items[0].readAt", nullValue());
        inbox(ada, "").body("items", hasSize(1));
        inbox(ozan, "").body("items", hasSize(0));
        assertThat(sql.value("select count(*) from alerts.message where recipient_id = ?", gone.id()))
                .isEqualTo("0");
    }

    @Test
    void tells_of_a_crossing_that_was_found_after_its_period_that_it_stops_nobody() {
        String crossing = Crossings.of(ulla);
        sql.run("update spend.budget_crossing set period_end = crossed_at where id = cast(? as uuid)", crossing);

        Crossings.tell(Crossings.announced(crossing), crossing);

        inbox(ulla, "")
                .body("items[0].text", startsWith("8.10 USD of 10.00 USD were spent in the period that ended on"));
    }

    @Test
    void tells_an_owner_who_is_an_admin_once() {
        sql.run("update identity.person set roles = '{user,admin}' where id = ?", ulla.id());

        Crossings.tell(ulla);

        inbox(ulla, "").body("items", hasSize(1));
    }

    @Test
    void makes_one_message_each_when_twenty_deliveries_come_at_once() {
        Person.admin("ada");
        String crossing = Crossings.of(ulla);
        String event = Crossings.announced(crossing);
        String other = Crossings.announced(crossing);

        IntStream.range(0, 20).parallel().forEach(i -> Crossings.tell(i % 2 == 0 ? event : other, crossing));

        assertThat(sql.value("select count(*) from alerts.message where cause_id = cast(? as uuid)", crossing))
                .isEqualTo("2");
    }

    @Test
    void tells_nothing_on_a_forged_event_or_of_a_crossing_that_is_not() {
        String nothing = UUID.randomUUID().toString();

        Crossings.tell(UUID.randomUUID().toString(), Crossings.of(ulla));
        Crossings.tell(Crossings.announced(nothing), nothing);

        inbox(ulla, "").body("items", hasSize(0));
    }

    @Test
    void goes_by_what_spend_announced_whatever_the_wire_says() {
        String announced = Crossings.of(ulla);

        Crossings.tell(Crossings.announced(announced), Crossings.of(ulla));

        assertThat(sql.column("select cause_id from alerts.message where recipient_id = ?", ulla.id()))
                .containsExactly(announced);
    }

    @Test
    void comes_to_whom_a_missed_crossing_concerns_behind_more_than_it_reads_at_once_that_concern_nobody() {
        sql.run("delete from spend.budget_crossing");
        sql.run("delete from alerts.job_lease");
        sql.run("update alerts.told set until = now() - interval '30 days'");
        Person gone = new Person(UUID.randomUUID(), "gone", "");
        String ofNobody = Crossings.longAgo(gone, 2);
        sql.run("""
                insert into spend.budget_crossing (id, budget_id, period_start, threshold, amount, spent, mode, crossed_at)
                select gen_random_uuid(), budget_id, period_start + make_interval(secs => n), threshold, amount, spent, mode, crossed_at
                from spend.budget_crossing cross join generate_series(1, 250) n where id = cast(? as uuid)""", ofNobody);
        String ofUlla = Crossings.longAgo(ulla, 1);

        Events.runJob("alerts", "alerts.tell-missed");

        assertThat(sql.column("select cause_id from alerts.message where recipient_id = ?", ulla.id()))
                .containsExactly(ofUlla);
        assertThat(sql.value("select until > now() - interval '5 minutes' from alerts.told"))
                .isEqualTo("t");
        sql.run("delete from spend.budget_crossing");
    }

    @Test
    void notes_what_was_read_and_shows_what_was_not() {
        Crossings.tell(ulla);
        Crossings.tell(ulla);
        String newest = inbox(ulla, "").body("items", hasSize(2)).extract().path("items[0].id");

        read(ulla, newest).statusCode(204);
        read(ulla, newest).statusCode(204);

        inbox(ulla, "?unread=true").body("items", hasSize(1));
        inbox(ulla, "").body("items[0].id", equalTo(newest)).body("items[0].readAt", notNullValue());
    }

    @Test
    void forgets_messages_after_half_a_year() {
        Crossings.tell(ulla);
        Crossings.tell(ulla);
        String old = inbox(ulla, "").extract().path("items[1].id");
        sql.run("update alerts.message set created_at = now() - interval '179 days' where id = cast(? as uuid)", old);
        Events.runJob("alerts", "alerts.forget-messages");
        inbox(ulla, "").body("items", hasSize(2));

        sql.run("update alerts.message set created_at = now() - interval '181 days' where id = cast(? as uuid)", old);
        assertThat(sql.value("select due from alerts.published_due_forget_messages"))
                .isEqualTo("t");
        Events.runJob("alerts", "alerts.forget-messages");

        inbox(ulla, "").body("items", hasSize(1));
    }

    @Test
    void pages_from_the_newest_on() {
        IntStream.range(0, 3).forEach(i -> Crossings.tell(ulla));

        String next =
                inbox(ulla, "?limit=2").body("items", hasSize(2)).extract().path("next");

        inbox(ulla, "?limit=2&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void knows_nothing_of_foreign_messages() {
        Crossings.tell(ulla);
        String id = inbox(ulla, "").extract().path("items[0].id");

        read(ozan, id).statusCode(404);
        read(ulla, UUID.randomUUID().toString()).statusCode(404);

        inbox(ulla, "?unread=true").body("items", hasSize(1));
    }

    @Test
    void refuses_what_it_does_not_know() {
        inboxAs(ulla).get("/inbox/list?unread=perhaps").then().statusCode(422);
        inboxAs(ulla).get("/inbox/list?cursor=x").then().statusCode(422);
        inboxAs(ulla)
                .contentType("application/json")
                .body("{}")
                .post("/inbox/read")
                .then()
                .statusCode(422);
        inboxAs(ulla).get("/inbox/read").then().statusCode(405);
        given().filter(new ContractFilter()).get("/inbox/list").then().statusCode(401);
    }

    private static ValidatableResponse read(Person person, String id) {
        return inboxAs(person)
                .contentType("application/json")
                .body("{\"id\":\"" + id + "\"}")
                .post("/inbox/read")
                .then();
    }
}
