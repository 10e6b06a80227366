package io.litemaas.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.platform.face.EventHandler;
import io.litemaas.platform.face.Functions;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each handler of events, of every room: what no room has announced, or it has had, changes no row and asks nobody, though
 * every room has work that is due.
 */
@QuarkusTest
@QuarkusTestResource(
        value = SuiteResource.class,
        initArgs = @ResourceArg(name = "broker", value = "silent"),
        restrictToAnnotatedClass = true)
class EachHandlerTest {
    private static final String TICK = "dev.knative.sources.ping";

    private final Sql sql = TestDatabase.shared().sql();

    @Inject
    Functions functions;

    private final UUID somebody = Person.user("ulla").id();
    private Map<String, String> before;

    @BeforeEach
    void somethingIsDue() {
        new DueWork(sql).ofEachRoom(somebody);
        nothingIsUnderWay();
    }

    private void nothingIsUnderWay() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Map<String, String> seen = state();
            boolean quiet = seen.equals(before);
            before = seen;
            return quiet;
        });
        SuiteResource.emulator().forgetRequests();
    }

    @Test
    void a_forged_event_does_nothing() {
        for (EventHandler handler : handlers()) {
            post(handler, UUID.randomUUID().toString(), handler.type());
            post(handler, "no-uuid", handler.type());
            post(handler, "'; drop table access.key; --", handler.type());
        }

        assertNothingHappened();
    }

    @Test
    void an_event_that_was_announced_as_another_does_nothing() {
        for (EventHandler handler : handlers()) {
            String event = announcedByAll("io.litemaas.something.else-happened.v1", null);
            post(handler, event, handler.type());
            String job = announcedByAll("io.litemaas.job.due.v1", "access.sync-models");
            event(job, handler.type()).header("ce-job", "access.reconcile-keys").post("/" + handler.path());
        }

        assertNothingHappened();
    }

    @Test
    void an_event_that_comes_again_does_nothing() {
        for (EventHandler handler : handlers()) {
            String event = announcedByAll(handler.type(), null);
            post(handler, event, handler.type());
        }
        somethingIsDue();

        for (EventHandler handler : handlers()) {
            sql.column("select id from operations.outbox where type = ?", handler.type())
                    .forEach(event -> post(handler, event, handler.type()));
        }

        assertNothingHappened();
    }

    @Test
    void nothing_is_taken_without_the_relays_secret_or_at_another_path() {
        for (EventHandler handler : functions.handlers()) {
            String event = handlers().contains(handler)
                    ? announcedByAll(handler.type(), null)
                    : UUID.randomUUID().toString();
            for (String secret : List.of("", "x", Events.RELAY_SECRET + "x")) {
                unproven(event, handler.type(), secret)
                        .post("/" + handler.path())
                        .then()
                        .statusCode(400);
            }
            event(event, handler.type())
                    .post("/" + handler.path() + "/more")
                    .then()
                    .statusCode(404);
        }
        for (EventHandler handler : handlers()) {
            event(announcedByAll(handler.type(), null), handler.path())
                    .post("/" + handler.path() + "?x")
                    .then()
                    .statusCode(400);
        }
        functions
                .operations()
                .forEach(operation -> event(UUID.randomUUID().toString(), operation.path())
                        .post("/" + operation.path())
                        .then()
                        .statusCode(404));

        assertNothingHappened();
    }

    /** A tick carries nothing and may be repeated; a dead letter that comes again is counted. */
    private List<EventHandler> handlers() {
        return functions.handlers().stream()
                .filter(handler ->
                        !handler.type().equals(TICK) && !handler.type().equals(EventHandler.UNDELIVERED))
                .toList();
    }

    private void post(EventHandler handler, String event, String type) {
        event(event, type).post("/" + handler.path()).then().statusCode(204);
    }

    private static RequestSpecification event(String id, String type) {
        return Events.event(id, type);
    }

    private static RequestSpecification unproven(String id, String type, String secret) {
        return RestAssured.given()
                .header("X-LiteMaaS-Relay", secret)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/tests")
                .header("ce-type", type)
                .contentType("application/json")
                .body("{}");
    }

    /** Whichever room a handler asks, it finds the event, about somebody who is there. */
    private String announcedByAll(String type, String job) {
        String id = UUID.randomUUID().toString();
        String subject = somebody.toString();
        for (String room : TestDatabase.ROOMS) {
            sql.run("insert into " + room + """
                    .outbox (id, type, subject, job, data, created_at, next_attempt_at, posted_at)
                    values (cast(? as uuid), ?, ?, ?, '{"madeBy": "test"}', now(), now(), now())""", id, type, subject, job);
        }
        return id;
    }

    private void assertNothingHappened() {
        assertThat(state()).isEqualTo(before);
        assertThat(SuiteResource.emulator().requests()).isEmpty();
    }

    /** All that all tables hold, but for the events that the test itself wrote. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        sql.column("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('platform', 'identity', 'access', 'spend', 'alerts', 'operations')""")
                .forEach(table -> state.put(
                        table,
                        sql.value("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                + " t where t::text not like '%madeBy%'")));
        return state;
    }
}
