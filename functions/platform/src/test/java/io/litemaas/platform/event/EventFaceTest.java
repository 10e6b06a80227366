package io.litemaas.platform.event;

import static io.litemaas.testing.Events.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.operations.sample.NoteMade;
import io.litemaas.platform.room.Room;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.InjectMock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** The wire wakes, the database tells. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
class EventFaceTest {
    @Inject
    @DataSource("operations")
    Room operations;

    @Inject
    @DataSource("operations")
    Outbox outbox;

    @InjectMock
    Sink sink;

    private final String subject = UUID.randomUUID().toString();
    private String id;

    @BeforeEach
    void announce() {
        operations.useTransaction(handle -> outbox.announce(handle, NoteMade.TYPE, subject, Map.of("secret", "no")));
        id = TestDatabase.shared().sql().value("select id from operations.outbox where subject = ?", subject);
    }

    @Test
    void two_rooms_handle_one_type_each_once() {
        post("/samples/note").then().statusCode(204);
        post("/samples/tell").then().statusCode(204);
        post("/samples/note").then().statusCode(204);

        assertThat(noted()).containsExactlyInAnyOrder("operations sample.noted", "alerts sample.told");
    }

    @Test
    void a_forged_event_does_nothing() {
        event(UUID.randomUUID().toString(), NoteMade.TYPE)
                .header("ce-subject", subject)
                .post("/samples/note")
                .then()
                .statusCode(204);
        event("not-an-id", NoteMade.TYPE)
                .header("ce-subject", subject)
                .post("/samples/note")
                .then()
                .statusCode(204);
        event(id, NoteMade.TYPE)
                .header("ce-job", "operations.other")
                .post("/samples/note")
                .then()
                .statusCode(204);

        assertThat(noted()).isEmpty();
    }

    @Test
    void an_event_needs_the_relays_secret_where_one_process_is_public_and_internal() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/x")
                .header("ce-type", NoteMade.TYPE)
                .contentType("application/json")
                .body("{}")
                .post("/samples/note")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.event_not_expected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"samples/touch", "samples/note", "io.litemaas.other.made.v1", ""})
    void an_event_whose_type_is_not_the_handlers_runs_nothing(String type) {
        event(id, type).post("/samples/note").then().statusCode(400).body("code", equalTo("http.malformed_event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/samples/touch", "/samples/list", "/nothing", "/"})
    void an_event_at_a_path_without_a_handler_runs_nothing(String path) {
        event(id, NoteMade.TYPE).post(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json", "application/cloudevents-batch+json", "text/plain"})
    void takes_binary_mode_only(String mediaType) {
        event(id, NoteMade.TYPE)
                .contentType(mediaType)
                .post("/samples/note")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.malformed_event"));
    }

    @Test
    void refuses_an_event_without_data_or_with_nonsense() {
        given().header("X-LiteMaaS-Relay", Events.RELAY_SECRET)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/x")
                .header("ce-type", NoteMade.TYPE)
                .contentType("application/json")
                .post("/samples/note")
                .then()
                .statusCode(400);
        event(id, NoteMade.TYPE).body("{").post("/samples/note").then().statusCode(400);
        event("", NoteMade.TYPE).post("/samples/note").then().statusCode(400);
        given().header("X-LiteMaaS-Relay", Events.RELAY_SECRET)
                .header("ce-specversion", "0.3")
                .header("ce-id", id)
                .header("ce-source", "/x")
                .header("ce-type", NoteMade.TYPE)
                .contentType("application/json")
                .body("{}")
                .post("/samples/note")
                .then()
                .statusCode(400);
    }

    @Test
    void a_sender_cannot_choose_the_handler_by_an_attribute() {
        event(id, NoteMade.TYPE)
                .header("ce-handler", "samples/tell")
                .header("ce-subject", subject)
                .post("/samples/note")
                .then()
                .statusCode(204);

        assertThat(noted()).containsExactly("operations sample.noted");
    }

    @Test
    void relays_after_the_commit_and_again_until_the_sink_took_it() {
        TestDatabase.shared().sql().run("delete from operations.outbox");
        Mockito.when(sink.deliver(Mockito.any(), Mockito.any())).thenReturn(false, true);
        operations.useTransaction(handle -> outbox.announce(handle, NoteMade.TYPE, subject, Map.of()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TestDatabase.shared()
                                .sql()
                                .value(
                                        "select count(*) from operations.outbox where subject = ? and posted_at is null",
                                        subject))
                        .isEqualTo("0"));
        ArgumentCaptor<Event> delivered = ArgumentCaptor.forClass(Event.class);
        Mockito.verify(sink, Mockito.atLeast(2)).deliver(Mockito.any(), delivered.capture());
        assertThat(delivered.getAllValues()).extracting(Event::type).contains(NoteMade.TYPE);
    }

    @Test
    void a_rolled_back_transaction_announces_nothing() {
        String other = UUID.randomUUID().toString();
        operations.jdbi().useHandle(handle -> {
            handle.begin();
            outbox.announce(handle, NoteMade.TYPE, other, Map.of());
            handle.rollback();
        });

        assertThat(TestDatabase.shared().sql().column("select id from operations.outbox where subject = ?", other))
                .isEmpty();
    }

    private io.restassured.response.Response post(String path) {
        return event(id, NoteMade.TYPE).header("ce-subject", subject).post(path);
    }

    private List<String> noted() {
        return TestDatabase.shared()
                .sql()
                .column("select room || ' ' || action from platform.audit where object = ?", subject);
    }
}
