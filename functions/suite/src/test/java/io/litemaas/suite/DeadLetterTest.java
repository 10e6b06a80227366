package io.litemaas.suite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.emulator.broker.BrokerEmulator;
import io.litemaas.emulator.broker.FaultPlan;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A room is away for longer than the broker tries: its event is kept, and sent again when it is back. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class DeadLetterTest {
    private static final String CROSSED = "io.litemaas.budget.crossed.v1";
    private static final String DATA = "{\"madeBy\": \"test\"}";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final Sql sql = TestDatabase.shared().sql();

    @Test
    void an_event_that_a_room_missed_is_kept_and_reaches_it_when_it_is_sent_again() {
        Path impatient = SuiteResource.copyOfTriggers("backoffDelay: PT1S", "backoffDelay: PT0.01S");
        String event = Events.announced("spend", CROSSED, UUID.randomUUID().toString());
        try (BrokerEmulator broker =
                BrokerEmulator.start(SuiteResource.brokerOptions(impatient).withService("alerts-events", NOBODY))) {
            Events.event(event, CROSSED).body(DATA).post(broker.url()).then().statusCode(202);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(letters(event)).containsExactly("alerts/tell 500"));
        }
        assertThat(heard(event)).isEqualTo("0");

        resend(event);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard(event)).isEqualTo("1"));
        assertThat(letters(event)).containsExactly("alerts/tell 500");
    }

    @Test
    void the_broker_takes_what_the_suite_announces_and_holds_it_while_nobody_can_be_reached() {
        String event = Events.announced("spend", CROSSED, UUID.randomUUID().toString());
        keep(event);
        SuiteResource.broker().faults().set(new FaultPlan(false, false, 0, 1));
        try {
            resend(event);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sql.value(
                                    "select posted_at is not null from operations.outbox where id = cast(? as uuid)",
                                    event))
                            .isEqualTo("t"));
            assertThat(heard(event)).isEqualTo("0");
        } finally {
            SuiteResource.broker().faults().clear();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard(event)).isEqualTo("1"));
    }

    private static void keep(String event) {
        Events.event(event, CROSSED)
                .header("ce-knativeerrordest", "http://alerts-events/alerts/tell")
                .body(DATA)
                .post("/dead-letters/keep")
                .then()
                .statusCode(204);
    }

    private void resend(String event) {
        String letter = sql.value("select id from operations.dead_letter where event_id = cast(? as uuid)", event);
        given().header("Authorization", "Bearer " + Person.admin("carla").token())
                .contentType("application/json")
                .body("{\"id\": \"" + letter + "\"}")
                .post("/dead-letters/resend")
                .then()
                .statusCode(204);
    }

    private List<String> letters(String event) {
        return sql.column(
                "select handler || ' ' || code from operations.dead_letter where event_id = cast(? as uuid)", event);
    }

    private String heard(String event) {
        return sql.value("select count(*) from alerts.inbox where event_id = cast(? as uuid)", event);
    }
}
