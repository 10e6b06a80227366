package io.litemaas.operations.deadletters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.litemaas.platform.event.Event;
import io.litemaas.platform.event.Sink;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.InjectMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations"))
class DeadLettersTest {
    private static final String SIGNED_IN = "io.litemaas.user.signed-in.v1";
    private static final String KEEP = "/dead-letters/keep";
    private static final String HANDLER = "access/converge-user";
    private static final String DATA = "{\"madeBy\": \"test\"}";

    private final Sql sql = TestDatabase.shared().sql();
    private final String subject = UUID.randomUUID().toString();

    @InjectMock
    Sink sink;

    private String event;

    @BeforeEach
    void somebodySignedIn() {
        sql.run("delete from operations.dead_letter");
        sql.run("delete from operations.outbox");
        Mockito.when(sink.deliver(Mockito.any(), Mockito.any())).thenReturn(true);
        event = Events.announced("identity", SIGNED_IN, subject);
    }

    @Test
    void keeps_what_a_handler_did_not_take() {
        comesBack(event, SIGNED_IN, HANDLER);

        list("?waiting=true")
                .body("items", hasSize(1))
                .body("items[0].eventId", equalTo(event))
                .body("items[0].type", equalTo(SIGNED_IN))
                .body("items[0].subject", equalTo(subject))
                .body("items[0].handler", equalTo(HANDLER))
                .body("items[0].code", equalTo(503))
                .body("items[0].reason", equalTo("no database"))
                .body("items[0].times", equalTo(1))
                .body("items[0].resentAt", nullValue());
    }

    @Test
    void counts_how_often_the_same_came_back_and_knows_each_handler_by_itself() {
        comesBack(event, SIGNED_IN, HANDLER);
        comesBack(event, SIGNED_IN, HANDLER);
        String job = Events.jobDue("access.end-keys");
        dead(job, "io.litemaas.job.due.v1", "access/run-job")
                .header("ce-job", "access.end-keys")
                .post(KEEP);

        list("").body("items.handler", contains("access/run-job", HANDLER))
                .body("items.times", contains(1, 2))
                .body("items[0].job", equalTo("access.end-keys"));
    }

    @Test
    void a_forged_letter_does_nothing() {
        comesBack(UUID.randomUUID().toString(), SIGNED_IN, HANDLER);
        comesBack("no-id", SIGNED_IN, HANDLER);
        comesBack(event, "io.litemaas.user.changed.v1", "access/converge-owner");
        comesBack(event, "io.litemaas.undelivered.v1", HANDLER);
        dead(event, SIGNED_IN, HANDLER)
                .header("ce-job", "access.end-keys")
                .post(KEEP)
                .then()
                .statusCode(204);

        list("").body("items", hasSize(0));
    }

    @Test
    void keeps_what_was_not_answered_in_time_though_the_letter_names_nobody() {
        Events.event(event, SIGNED_IN).body(DATA).post(KEEP).then().statusCode(204);

        list("").body("items.handler", contains(HANDLER))
                .body("items[0].eventId", equalTo(event))
                .body("items[0].code", nullValue())
                .body("items[0].reason", nullValue());
        resend(list("").extract().path("items[0].id"), "admin").statusCode(204);
        await().untilAsserted(() -> assertThat(theOneThatWasSent().data()).isEqualTo(DATA));
    }

    @Test
    void a_job_that_was_not_answered_in_time_is_of_its_own_room() {
        String job = Events.jobDue("spend.sweep-budgets");

        Events.event(job, "io.litemaas.job.due.v1")
                .header("ce-job", "spend.sweep-budgets")
                .header("ce-room", "access")
                .post(KEEP)
                .then()
                .statusCode(204);

        list("").body("items.handler", contains("spend/run-job"));
    }

    @ParameterizedTest
    @CsvSource({
        "no address at all, access/converge-user",
        "/access/converge-user, access/converge-user",
        "http://pager.oncall.svc/made/up, http://pager.oncall.svc/made/up",
        "http://me:s3cret@pager.oncall.svc:8080/hook?token=s3cret#x, http://pager.oncall.svc:8080/hook",
        "http://pager.oncall.svc, http://pager.oncall.svc",
        "http://access-events/access/converge-owner, http://access-events/access/converge-owner",
    })
    void a_letter_is_of_whom_it_names_though_that_is_none_of_our_handlers(String destination, String handler) {
        Events.event(event, SIGNED_IN)
                .header("ce-knativeerrordest", destination)
                .post(KEEP)
                .then()
                .statusCode(204);

        list("").body("items.handler", contains(handler));
    }

    @Test
    void keeps_what_a_foreign_subscriber_did_not_take_though_no_handler_of_ours_takes_its_type() {
        String requested = "io.litemaas.subscription.requested.v1";
        String foreign = Events.announced("access", requested, subject);
        Events.event(foreign, requested)
                .header("ce-knativeerrordest", "http://pager.oncall.svc/hook")
                .body(DATA)
                .post(KEEP)
                .then()
                .statusCode(204);

        resend(
                        list("").body("items.handler", contains("http://pager.oncall.svc/hook"))
                                .extract()
                                .path("items[0].id"),
                        "admin")
                .statusCode(204);

        await().untilAsserted(() -> assertThat(theOneThatWasSent().id()).hasToString(foreign));
    }

    @Test
    void an_event_has_few_letters_whatever_addresses_they_name() {
        for (int i = 0; i < 25; i++) {
            Events.event(event, SIGNED_IN)
                    .header("ce-knativeerrordest", "http://pager.oncall.svc/" + i)
                    .post(KEEP);
        }

        list("?limit=100").body("items", hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters/list", "dev.knative.sources.ping", "jobs/run-due", ""})
    void an_event_of_a_type_that_is_not_ours_runs_nothing(String type) {
        dead(event, type, HANDLER).post(KEEP).then().statusCode(400).body("code", equalTo("http.malformed_event"));
    }

    @Test
    void keeps_a_letter_whose_code_and_reason_make_no_sense() {
        Events.event(event, SIGNED_IN)
                .header("ce-knativeerrordest", "http://access-events/" + HANDLER)
                .header("ce-knativeerrorcode", "-1")
                .header("ce-knativeerrordata", "%%%")
                .post(KEEP)
                .then()
                .statusCode(204);

        list("").body("items[0].code", nullValue()).body("items[0].reason", nullValue());
    }

    @Test
    void sends_the_event_again_as_it_was_and_once() {
        comesBack(event, SIGNED_IN, HANDLER);
        String letter = list("").extract().path("items[0].id");

        resend(letter, "admin").statusCode(204);
        resend(letter, "admin").statusCode(204);

        await().untilAsserted(
                        () -> assertThat(sql.value("select count(*) from operations.outbox where posted_at is null"))
                                .isEqualTo("0"));
        Event sent = theOneThatWasSent();
        assertThat(sent.id()).hasToString(event);
        assertThat(sent.type()).isEqualTo(SIGNED_IN);
        assertThat(sent.subject()).isEqualTo(subject);
        assertThat(sent.job()).isEmpty();
        assertThat(sent.data()).isEqualTo(DATA);
        list("").body("items[0].resentAt", notNullValue());
        list("?waiting=true").body("items", hasSize(0));
        assertThat(sql.column(
                        "select detail->>'handler' from platform.audit where action = 'event.resent' and object = ?",
                        event))
                .containsExactly(HANDLER);
    }

    @Test
    void a_letter_that_comes_back_waits_again_and_can_be_sent_again() {
        comesBack(event, SIGNED_IN, HANDLER);
        String letter = list("").extract().path("items[0].id");
        resend(letter, "admin").statusCode(204);
        comesBack(event, SIGNED_IN, HANDLER);

        list("?waiting=true").body("items.id", contains(letter)).body("items[0].times", equalTo(2));
        resend(letter, "admin").statusCode(204);

        await().untilAsserted(() -> Mockito.verify(sink, Mockito.times(2)).deliver(Mockito.any(), Mockito.any()));
    }

    @Test
    void a_job_that_is_due_is_sent_again_with_its_job() {
        String job = Events.jobDue("access.end-keys");
        dead(job, "io.litemaas.job.due.v1", "access/run-job")
                .header("ce-job", "access.end-keys")
                .post(KEEP);

        resend(list("").extract().path("items[0].id"), "admin").statusCode(204);

        await().untilAsserted(() -> assertThat(theOneThatWasSent().job()).contains("access.end-keys"));
    }

    @Test
    void only_admins_see_letters_and_send_them_again() {
        comesBack(event, SIGNED_IN, HANDLER);
        String letter = list("").extract().path("items[0].id");

        resend(letter, "admin-readonly").statusCode(403);
        resend(letter, "user").statusCode(403);
        resend(UUID.randomUUID().toString(), "admin").statusCode(404);
        as("user").get("/dead-letters/list").then().statusCode(403);
        Mockito.verifyNoInteractions(sink);
    }

    @Test
    void health_tells_admins_how_many_wait() {
        comesBack(event, SIGNED_IN, HANDLER);
        as("admin-readonly").get("/health/integration").then().body("deadLetters", equalTo(1));
        as("user").get("/health/integration").then().body("deadLetters", nullValue());

        resend(list("").extract().path("items[0].id"), "admin").statusCode(204);
        as("admin-readonly").get("/health/integration").then().body("deadLetters", equalTo(0));
    }

    @Test
    void lists_page_by_page() {
        comesBack(event, SIGNED_IN, HANDLER);
        comesBack(Events.announced("identity", SIGNED_IN, subject), SIGNED_IN, HANDLER);

        String next = list("?limit=1").body("items", hasSize(1)).extract().path("next");

        list("?limit=1&cursor=" + next).body("items.eventId", contains(event)).body("next", nullValue());
    }

    @Test
    void forgets_letters_whose_events_are_forgotten() {
        comesBack(event, SIGNED_IN, HANDLER);
        comesBack(Events.announced("identity", SIGNED_IN, subject), SIGNED_IN, HANDLER);
        sql.run("""
                update operations.dead_letter
                set first_at = now() - interval '31 days', last_at = now() - interval '31 days' where event_id = cast(? as uuid)""", event);
        assertThat(sql.value("select due from operations.published_due_forget_dead_letters"))
                .isEqualTo("t");

        Events.runJob("operations", "operations.forget-dead-letters");

        list("").body("items", hasSize(1));
    }

    private static void comesBack(String id, String type, String handler) {
        dead(id, type, handler).post(KEEP).then().statusCode(204);
    }

    private static RequestSpecification dead(String id, String type, String handler) {
        String reason = Base64.getEncoder().encodeToString("no database".getBytes(StandardCharsets.UTF_8));
        return Events.event(id, type)
                .header("ce-knativeerrordest", "http://access-events.litemaas.svc.cluster.local/" + handler)
                .header("ce-knativeerrorcode", "503")
                .header("ce-knativeerrordata", reason)
                .body(DATA);
    }

    private static RequestSpecification as(String role) {
        return given().filter(new ContractFilter())
                .header(
                        "Authorization",
                        "Bearer " + Person.with("rita-" + role, "user", role).token());
    }

    private static ValidatableResponse list(String query) {
        return as("admin-readonly").get("/dead-letters/list" + query).then().statusCode(200);
    }

    private static ValidatableResponse resend(String id, String role) {
        return as(role).contentType("application/json")
                .body("{\"id\": \"" + id + "\"}")
                .post("/dead-letters/resend")
                .then();
    }

    private Event theOneThatWasSent() {
        ArgumentCaptor<Event> sent = ArgumentCaptor.forClass(Event.class);
        Mockito.verify(sink).deliver(Mockito.any(), sent.capture());
        return sent.getValue();
    }
}
