package io.litemaas.platform.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.testing.MeterReceiver;
import io.litemaas.testing.RoomResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Meters reach the collector that is configured, also the last ones of a process. */
@QuarkusTest
@QuarkusTestResource(
        value = RoomResource.class,
        initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MeterReceiver.class, restrictToAnnotatedClass = true)
class PushedMetersTest {
    @Inject
    MeterRegistry meters;

    @Inject
    PushedMeters pushed;

    @Test
    void are_sent_regularly_and_once_more_at_the_end() {
        given().get("/samples/list");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> MeterReceiver.received().contains("samples/list"));
        assertThat(MeterReceiver.received()).contains("litemaas.function", "service.instance.id", "litemaas-platform");

        meters.counter("last.words").increment();
        pushed.end(new ShutdownEvent());
        assertThat(MeterReceiver.received()).contains("last.words");
    }
}
