package io.litemaas.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litemaas.alerts.Receiver;
import io.litemaas.alerts.WebhookResource;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TraceReceiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of a call to a webhook where traces are made. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
@QuarkusTestResource(WebhookResource.class)
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
class WebhookTracesTest {

    @Test
    void its_address_is_in_no_trace_and_the_trace_is_not_told_to_its_receiver() {
        Person ada = Person.admin("ada");
        try (Receiver receiver = new Receiver()) {
            String webhook = Hooks.created(ada, receiver.url());

            Hooks.as(ada)
                    .body("{\"id\":\"" + webhook + "\"}")
                    .post("/alerts/webhooks/test")
                    .then()
                    .statusCode(200);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> TraceReceiver.received().contains("/alerts/webhooks/test"));
            assertThat(TraceReceiver.received()).doesNotContain("from=litemaas", "/hook");
            assertThat(receiver.received().get(0).headers().firstValue("traceparent"))
                    .isEmpty();
        }
    }
}
