package io.litemaas.alerts.inbox;

import static io.litemaas.alerts.inbox.Inboxes.inbox;
import static io.litemaas.alerts.inbox.Inboxes.inboxAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.litemaas.alerts.Receiver;
import io.litemaas.alerts.WebhookResource;
import io.litemaas.testing.Contract;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admins hear when LiteLLM can't be used, why, and when it can again: each once an episode, whatever the wire says. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
@QuarkusTestResource(WebhookResource.class)
class IntegrationTidingsTest {
    private final Sql sql = TestDatabase.shared().sql();
    private final Person ada = Person.admin("ada");
    private final Person ulla = Person.user("ulla");
    private final UUID episode = UUID.randomUUID();

    @BeforeEach
    void nothingWasTold() {
        sql.run("delete from platform.integration_health");
        sql.run("delete from alerts.message");
        sql.run("delete from alerts.webhook");
    }

    @ParameterizedTest
    @CsvSource({"unavailable, LiteLLM can’t be used", "credential, LiteLLM does not accept LiteMaaS’s key"})
    void tells_all_admins_that_litellm_can_not_be_used_and_why(String cause, String title) {
        lasting(cause);

        tell("opened", announced("opened"));

        inbox(ada).body("items.title", contains(title)).body("items.kind", contains("integration_opened"));
        inbox(ulla).body("items", hasSize(0));
    }

    @Test
    void tells_them_when_it_can_be_used_again() {
        tell("opened", announced("opened"));
        tell("closed", announced("closed"));

        inbox(ada).body("items.kind", contains("integration_closed", "integration_opened"));
    }

    @Test
    void makes_one_message_of_an_episode_however_often_it_is_told() {
        String event = announced("opened");
        String other = announced("opened");

        IntStream.range(0, 20).parallel().forEach(i -> tell("opened", i % 2 == 0 ? event : other));

        inbox(ada).body("items", hasSize(1));
    }

    @Test
    void tells_nothing_on_a_forged_event() {
        tell("opened", UUID.randomUUID().toString());
        tell("closed", announced("opened"));

        inbox(ada).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"opened, IntegrationOpenedMessage", "closed, IntegrationClosedMessage"})
    void webhooks_hear_of_it_as_the_contract_says(String turn, String schema) {
        try (Receiver receiver = new Receiver()) {
            inboxAs(ada)
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"name\":\"pager\",\"url\":\"" + receiver.url()
                            + "\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}")
                    .post("/alerts/webhooks/create")
                    .then()
                    .statusCode(200);
            lasting("credential");
            String event = announced(turn);

            tell(turn, event);

            assertThat(receiver.received()).hasSize(1);
            Receiver.Received received = receiver.received().get(0);
            assertThat(received.headers().firstValue("webhook-id")).hasValue(event);
            assertThat(received.body()).contains(episode.toString());
            assertThat(Contract.load().faultsOf(schema, received.body())).isEmpty();
        }
    }

    private void lasting(String cause) {
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now(), ?, ?)
                """, episode, cause);
    }

    private static String type(String turn) {
        return "io.litemaas.integration." + turn + ".v1";
    }

    private String announced(String turn) {
        return Events.announced("access", type(turn), episode.toString());
    }

    private void tell(String turn, String event) {
        Events.event(event, type(turn))
                .header("ce-subject", episode.toString())
                .post("/alerts/tell-integration-" + turn)
                .then()
                .statusCode(204);
    }
}
