package io.litemaas.platform.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TraceReceiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Traces go to the endpoint that is configured, and say nothing that was asked for. */
@QuarkusTest
@QuarkusTestResource(
        value = RoomResource.class,
        initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
class TracesTest {

    @Test
    void a_call_is_a_span_without_its_query() {
        String trace = given().get("/samples/list?limit=who-asks-for-this").path("traceId");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TraceReceiver.received().contains("/samples/list"));
        assertThat(TraceReceiver.received()).contains("[redacted]").doesNotContain("who-asks-for-this");
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(TraceReceiver.traceIds()).contains(trace);
    }
}
