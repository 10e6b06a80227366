package io.litemaas.alerts.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
class InboxTest {
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";

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

        tell(event(crossing()));

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
        String crossing = crossing();
        sql.run("update spend.budget_crossing set period_end = crossed_at where id = cast(? as uuid)", crossing);

        tell(event(crossing));

        inbox(ulla, "")
                .body("items[0].text", startsWith("8.10 USD of 10.00 USD were spent in the period that ended on"));
    }

    @Test
    void tells_an_owner_who_is_an_admin_once() {
        sql.run("update identity.person set roles = '{user,admin}' where id = ?", ulla.id());

        tell(event(crossing()));

        inbox(ulla, "").body("items", hasSize(1));
    }

    @Test
    void makes_one_message_each_when_twenty_deliveries_come_at_once() {
        Person.admin("ada");
        String crossing = crossing();
        String event = event(crossing);
        String other = event(crossing);

        IntStream.range(0, 20).parallel().forEach(i -> tell(i % 2 == 0 ? event : other));

        assertThat(sql.value("select count(*) from alerts.message where cause_id = cast(? as uuid)", crossing))
                .isEqualTo("2");
    }

    @Test
    void tells_nothing_on_a_forged_event_or_of_a_crossing_that_is_not() {
        String crossing = crossing();

        Events.event(UUID.randomUUID().toString(), CROSSED)
                .header("ce-subject", crossing)
                .post("/alerts/tell")
                .then()
                .statusCode(204);
        tell(event(UUID.randomUUID().toString()));

        inbox(ulla, "").body("items", hasSize(0));
    }

    @Test
    void goes_by_what_spend_announced_whatever_the_wire_says() {
        String announced = crossing();
        String event = event(announced).split("\\|", -1)[0];

        tell(event + "|" + crossing());

        assertThat(sql.column("select cause_id from alerts.message where recipient_id = ?", ulla.id()))
                .containsExactly(announced);
    }

    @Test
    void notes_what_was_read_and_shows_what_was_not() {
        tell(event(crossing()));
        tell(event(crossing()));
        String newest = inbox(ulla, "").body("items", hasSize(2)).extract().path("items[0].id");

        read(ulla, newest).statusCode(204);
        read(ulla, newest).statusCode(204);

        inbox(ulla, "?unread=true").body("items", hasSize(1));
        inbox(ulla, "").body("items[0].id", equalTo(newest)).body("items[0].readAt", notNullValue());
    }

    @Test
    void pages_from_the_newest_on() {
        IntStream.range(0, 3).forEach(i -> tell(event(crossing())));

        String next =
                inbox(ulla, "?limit=2").body("items", hasSize(2)).extract().path("next");

        inbox(ulla, "?limit=2&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void knows_nothing_of_foreign_messages() {
        tell(event(crossing()));
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

    private static RequestSpecification inboxAs(Person person) {
        return given().filter(new ContractFilter()).auth().oauth2(person.token());
    }

    private static ValidatableResponse inbox(Person person, String query) {
        return inboxAs(person).get("/inbox/list" + query).then().statusCode(200);
    }

    private static ValidatableResponse read(Person person, String id) {
        return inboxAs(person)
                .contentType("application/json")
                .body("{\"id\":\"" + id + "\"}")
                .post("/inbox/read")
                .then();
    }

    /** A crossing of a budget of Ulla's, as spend records it. */
    private String crossing() {
        UUID budget = UUID.randomUUID();
        UUID crossing = UUID.randomUUID();
        sql.run("""
                insert into spend.budget (id, scope, scope_id, owner_id, amount, currency, period, time_zone, thresholds, mode,
                  created_at, changed_at, removed_at, period_start, spent, swept_at)
                values (?, 'user', ?, ?, 10, 'USD', 'total', 'UTC', '{80}', 'observe', now(), now(), now(), 'epoch', 8.1, now())
                """, budget, ulla.id(), ulla.id());
        sql.run("""
                insert into spend.budget_crossing
                  (id, budget_id, period_start, threshold, amount, spent, mode, crossed_at)
                values (?, ?, 'epoch', 80, 10, 8.1, 'observe', now())""", crossing, budget);
        return crossing.toString();
    }

    /** An event as spend announces it; its id and subject, joined. */
    private String event(String crossing) {
        return Events.announced("spend", CROSSED, crossing) + "|" + crossing;
    }

    private static void tell(String event) {
        String[] parts = event.split("\\|", -1);
        Events.event(parts[0], CROSSED)
                .header("ce-subject", parts[1])
                .post("/alerts/tell")
                .then()
                .statusCode(204);
    }
}
