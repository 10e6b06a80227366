package io.litemaas.alerts.inbox;

import static io.litemaas.alerts.inbox.Inboxes.inbox;
import static io.litemaas.alerts.inbox.Inboxes.inboxAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
import org.junit.jupiter.params.provider.ValueSource;

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
        sql.run("delete from alerts.told_episode");
        sql.run("delete from alerts.webhook");
    }

    @ParameterizedTest
    @CsvSource({"unavailable, LiteLLM can’t be used", "credential, LiteLLM does not accept LiteMaaS’s key"})
    void tells_all_admins_that_litellm_can_not_be_used_and_why(String cause, String title) {
        lasting(cause);

        tell("opened", opened(cause));

        inbox(ada)
                .body("items.title", contains(title))
                .body("items.kind", contains("integration_opened"))
                .body("items.text", contains(containsString("Until then no key can be issued")));
        inbox(ulla).body("items", hasSize(0));
    }

    @Test
    void says_not_that_litellm_can_be_used_again_while_it_can_not_for_another_reason() {
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now(), ?, 'credential')
                """, UUID.randomUUID());

        tell("closed", announced("closed"));

        inbox(ada).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"unavailable, LiteLLM could not be used", "credential, LiteLLM did not accept LiteMaaS’s key"})
    void tells_of_a_time_that_is_over_by_now_that_it_was_so_and_why(String cause, String title) {
        String event = opened(cause);
        sql.run("update access.outbox set created_at = '2026-03-03T10:00:00Z' where id = cast(? as uuid)", event);
        sql.run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, episode, cause)
                values ('litellm', '', 'access', 'open', now(), now(), now(), ?, ?)
                """, UUID.randomUUID(), cause.equals("credential") ? "unavailable" : "credential");

        tell("opened", event);

        inbox(ada)
                .body("items.title", contains(title))
                .body("items.text", contains(containsString("3 March 2026, 10:00 UTC")))
                .body("items.text", contains(endsWith("That is over.")));
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
            webhook(receiver);
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

    @Test
    void one_that_comes_and_goes_is_told_of_once_an_hour_and_how_often_it_was_so() {
        try (Receiver receiver = new Receiver()) {
            webhook(receiver);
            IntStream.range(0, 4).forEach(i -> comesAndGoes("unavailable"));
            comesAndGoes("credential");

            inbox(ada)
                    .body("items.title", hasItems("LiteLLM could not be used", "LiteLLM did not accept LiteMaaS’s key"))
                    .body("items", hasSize(4));
            assertThat(receiver.received()).hasSize(4);
            sql.run("update alerts.told_episode set told_at = told_at - interval '1 hour'");
            comesAndGoes("unavailable");

            inbox(ada)
                    .body("items", hasSize(6))
                    .body("items[1].text", containsString("It was so 3 times more since the last message, of"));
        }
    }

    @Test
    void what_was_held_back_and_lasts_is_told_when_the_hour_is_over() {
        String due = "select due from alerts.published_due_tell_missed";
        sql.run("update alerts.told set until = now()");
        comesAndGoes("unavailable");
        lasting("unavailable");
        tell("opened", opened("unavailable"));
        inbox(ada).body("items", hasSize(2));
        assertThat(sql.value(due)).isEqualTo("f");

        sql.run("update alerts.told_episode set told_at = told_at - interval '1 hour'");
        assertThat(sql.value(due)).isEqualTo("t");
        Events.runJob("alerts", "alerts.tell-missed");

        inbox(ada).body("items", hasSize(3)).body("items[0].title", equalTo("LiteLLM can’t be used"));
        assertThat(sql.value(due)).isEqualTo("f");
    }

    /** Another episode, that is over when it is heard of. */
    private void comesAndGoes(String cause) {
        String subject = UUID.randomUUID().toString();
        String began = Events.announced("access", type("opened"), subject);
        because(began, cause);
        tell("opened", began);
        tell("closed", Events.announced("access", type("closed"), subject));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "closed"})
    void webhooks_hear_nothing_of_what_is_longer_ago_than_messages_are_offered(String turn) {
        try (Receiver receiver = new Receiver()) {
            webhook(receiver);
            sql.run("update alerts.webhook set created_at = now() - interval '10 days'");
            String event = announced(turn);
            sql.run(
                    "update access.outbox set created_at = now() - interval '73 hours' where id = cast(? as uuid)",
                    event);

            tell(turn, event);

            assertThat(receiver.received()).isEmpty();
            inbox(ada).body("items", hasSize(1));
        }
    }

    private void webhook(Receiver receiver) {
        inboxAs(ada)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"pager\",\"url\":\"" + receiver.url()
                        + "\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}")
                .post("/alerts/webhooks/create")
                .then()
                .statusCode(200);
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

    private String opened(String cause) {
        String event = announced("opened");
        because(event, cause);
        return event;
    }

    private void because(String event, String cause) {
        sql.run(
                "update access.outbox set data = data || jsonb_build_object('cause', cast(? as text)) where id = cast(? as uuid)",
                cause,
                event);
    }

    private void tell(String turn, String event) {
        Events.event(event, type(turn))
                .header("ce-subject", episode.toString())
                .post("/alerts/tell-integration-" + turn)
                .then()
                .statusCode(204);
    }
}
