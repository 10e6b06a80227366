package io.litemaas.platform.face;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import io.litemaas.operations.sample.Samples;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down of each call. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
class CallRecordTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Logger CALLS = Logger.getLogger("io.litemaas.calls");

    private final Lines lines = new Lines();

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void listen() {
        CALLS.setLevel(Level.INFO);
        CALLS.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        CALLS.removeHandler(lines);
        CALLS.setLevel(Level.WARNING);
    }

    @Test
    void counts_and_times_calls_by_function_and_outcome() {
        double right = count("samples/list", "ok");
        double refused = count("samples/list", "auth.sign_in_required");
        Person user = Person.user("ulla");

        given().auth().oauth2(user.token()).get("/samples/list?limit=7").then().statusCode(200);
        given().get("/samples/list?limit=7").then().statusCode(401);

        await().untilAsserted(() -> {
            assertThat(count("samples/list", "ok")).isEqualTo(right + 1);
            assertThat(count("samples/list", "auth.sign_in_required")).isEqualTo(refused + 1);
        });
    }

    @Test
    void a_path_that_is_no_functions_makes_no_meter_and_no_line() {
        given().get("/samples/no-such-thing").then().statusCode(404);
        given().get("/samples/who").then().statusCode(200);

        await().until(() -> !lines.seen.isEmpty());
        assertThat(lines.seen).extracting(line -> line.get("function")).containsOnly("samples/who");
        assertThat(meters.find(CallRecord.TIMER)
                        .tag("function", "samples/no-such-thing")
                        .timers())
                .isEmpty();
    }

    @Test
    void a_line_tells_the_call_by_ids_and_nothing_else_of_the_caller() {
        Person user = Person.user("ulla");

        given().auth()
                .oauth2(user.token())
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .header("X-Request-Id", "edge-17")
                .get("/samples/list?limit=7")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "edge-17");

        await().until(() -> !lines.seen.isEmpty());
        Map<String, String> line = lines.seen.get(0);
        assertThat(line)
                .containsEntry("traceId", TRACE)
                .containsEntry("requestId", "edge-17")
                .containsEntry("function", "samples/list")
                .containsEntry("status", "200")
                .containsEntry("code", "ok")
                .containsEntry("userId", user.id().toString())
                .containsKey("millis");
        assertThat(line.toString()).doesNotContain("ulla", "limit", user.token());
    }

    @Test
    void a_line_that_a_function_writes_can_be_found_by_the_same_ids() {
        Lines within = new Lines();
        Logger samples = Logger.getLogger(Samples.class.getName());
        samples.addHandler(within);
        try {
            given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .header("X-Request-Id", "edge-18")
                    .get("/samples/say")
                    .then()
                    .statusCode(204);
        } finally {
            samples.removeHandler(within);
        }

        assertThat(within.seen)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("traceId", TRACE)
                        .containsEntry("requestId", "edge-18")
                        .containsEntry("function", "samples/say"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b\"}", "sk-lm-0123456789abcdef", "lmt_0123456789abcdef"})
    void a_request_id_that_could_forge_a_line_or_is_a_secret_is_replaced(String given) {
        given().header("X-Request-Id", given)
                .get("/samples/who")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private double count(String function, String code) {
        return meters.find(CallRecord.TIMER).tags("function", function, "code", code).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** The values that go into a JSON log beside the message. */
    private static final class Lines extends Handler {
        private final List<Map<String, String>> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            Map<String, String> values =
                    new java.util.HashMap<>(ExtLogRecord.wrap(entry).getMdcCopy());
            values.put("message", entry.getMessage());
            seen.add(values);
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
