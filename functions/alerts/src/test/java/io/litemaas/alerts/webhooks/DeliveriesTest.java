package io.litemaas.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.litemaas.alerts.Crossings;
import io.litemaas.alerts.RawServer;
import io.litemaas.alerts.Receiver;
import io.litemaas.alerts.WebhookResource;
import io.litemaas.testing.Contract;
import io.litemaas.testing.Events;
import io.litemaas.testing.MovableClock;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How messages come to webhooks, whatever their receivers do. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
@QuarkusTestResource(WebhookResource.class)
class DeliveriesTest {
    @Inject
    MovableClock clock;

    private final Sql sql = TestDatabase.shared().sql();
    private final Person ada = Person.admin("ada");
    private final Person ulla = Person.user("ulla");
    private final Receiver receiver = new Receiver();
    private String webhook;

    @BeforeEach
    void register() {
        Hooks.forgetAll();
        webhook = Hooks.created(ada, receiver.url());
    }

    @AfterEach
    void close() {
        clock.comeBack();
        receiver.close();
    }

    @Test
    void a_crossing_arrives_at_once_signed_and_as_the_contract_says() throws Exception {
        String crossing = Crossings.tell(ulla);

        assertThat(receiver.received()).hasSize(1);
        Receiver.Received received = receiver.received().get(0);
        assertThat(received.headers().firstValue("webhook-id")).hasValue(crossing);
        assertVerified(received, Hooks.SECRET);
        assertThat(Contract.load().faultsOf("BudgetCrossedMessage", received.body()))
                .isEmpty();
        JsonNode data = new ObjectMapper().readTree(received.body()).path("data");
        assertThat(data.at("/spent/amount").textValue()).isEqualTo("8.10000000000000000000001");
        assertThat(data.at("/amount/amount").textValue()).isEqualTo("10");
        assertThat(data.path("ownerId").textValue()).isEqualTo(ulla.id().toString());
        assertThat(received.body()).doesNotContain("ulla");
        Hooks.deliveries(ada, webhook)
                .body("items.state", contains("delivered"))
                .body("items[0].messageId", equalTo(crossing))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].deliveredAt", notNullValue())
                .body("items[0].nextAt", nullValue());
    }

    /** Made by hand, so that the library that signs is not its own witness. */
    @Test
    void the_signature_is_the_hmac_that_the_standard_describes() throws Exception {
        Crossings.tell(ulla);

        Receiver.Received received = receiver.received().get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(Base64.getDecoder().decode(Hooks.SECRET.substring("whsec_".length())), "HmacSHA256"));
        String signed =
                header(received, "webhook-id") + "." + header(received, "webhook-timestamp") + "." + received.body();
        assertThat(header(received, "webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_test_is_as_the_contract_says() {
        Hooks.as(ada)
                .body("{\"id\":\"" + webhook + "\"}")
                .post("/alerts/webhooks/test")
                .then()
                .statusCode(200);

        assertThat(Contract.load()
                        .faultsOf(
                                "WebhookTestedMessage",
                                receiver.received().get(0).body()))
                .isEmpty();
    }

    @Test
    void twenty_deliveries_of_an_event_make_one() {
        String crossing = Crossings.of(ulla);
        String event = Crossings.announced(crossing);
        String other = Crossings.announced(crossing);

        IntStream.range(0, 20).parallel().forEach(i -> Crossings.tell(i % 2 == 0 ? event : other, crossing));

        assertThat(receiver.received()).hasSize(1);
        Hooks.deliveries(ada, webhook).body("items", hasSize(1));
    }

    @Test
    void a_forged_event_tells_nobody() {
        Crossings.tell(UUID.randomUUID().toString(), Crossings.of(ulla));

        assertThat(receiver.received()).isEmpty();
        Hooks.deliveries(ada, webhook).body("items", hasSize(0));
    }

    @Test
    void a_forged_event_and_one_that_was_heard_before_send_nothing_that_waits() {
        receiver.answer(500);
        String crossing = Crossings.of(ulla);
        String event = Crossings.announced(crossing);
        Crossings.tell(event, crossing);
        sql.run("update alerts.webhook_delivery set next_at = now() where state = 'pending'");

        Crossings.tell(event, crossing);
        Crossings.tell(UUID.randomUUID().toString(), crossing);

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void a_failing_receiver_gets_each_message_later_under_the_same_id() {
        receiver.answer(503);
        String first = Crossings.tell(ulla);
        String second = Crossings.tell(ulla);
        Hooks.deliveries(ada, webhook)
                .body("items.state", contains("pending", "pending"))
                .body("items.lastStatus", contains(503, 503))
                .body("items.lastError", contains("refused", "refused"));

        Hooks.runJob();
        assertThat(receiver.received()).as("it is too early").hasSize(2);
        receiver.answer(200);
        later(Duration.ofSeconds(31));

        assertThat(receiver.received().stream().map(each -> header(each, "webhook-id")))
                .containsExactlyInAnyOrder(first, second, first, second);
        assertThat(receiver.received().stream()
                        .filter(each -> header(each, "webhook-id").equals(first))
                        .map(Receiver.Received::body)
                        .distinct())
                .hasSize(1);
        Hooks.runJob();
        assertThat(receiver.received()).as("it has them").hasSize(4);
        Hooks.deliveries(ada, webhook)
                .body("items.state", contains("delivered", "delivered"))
                .body("items.attempts", contains(2, 2))
                .body("items[0].lastError", nullValue());
    }

    @Test
    void is_given_up_after_three_days_and_can_be_sent_again() {
        receiver.answer(500);
        String crossing = Crossings.tell(ulla);
        for (int i = 0; i < 30; i++) {
            later(Duration.ofHours(7));
        }
        clock.comeBack();
        sql.run("delete from alerts.job_lease");
        String id = Hooks.deliveries(ada, webhook)
                .body("items.state", contains("failed"))
                .body("items[0].nextAt", nullValue())
                .extract()
                .path("items[0].id");
        int tried = receiver.received().size();
        assertThat(tried).isBetween(5, 30);
        receiver.answer(200);
        Hooks.runJob();
        assertThat(receiver.received()).hasSize(tried);

        resend(id, 200);
        Hooks.runJob();

        assertThat(header(receiver.received().get(tried), "webhook-id")).isEqualTo(crossing);
        Hooks.deliveries(ada, webhook).body("items.state", contains("delivered"));
        resend(id, 409);
        resend(UUID.randomUUID().toString(), 404);
        assertThat(sql.column("select action from platform.audit where object = ?", id))
                .containsExactly("delivery.resent");
    }

    @Test
    void a_receiver_that_hangs_keeps_no_other_waiting() {
        try (RawServer hanging = RawServer.thatHangs()) {
            String stuck = Hooks.created(ada, hanging.url());

            Crossings.tell(ulla);

            assertThat(receiver.received()).hasSize(1);
            Hooks.deliveries(ada, stuck)
                    .body("items.state", contains("pending"))
                    .body("items.lastError", contains("timed_out"));
        }
    }

    @Test
    void a_redirect_is_no_receipt() {
        try (Receiver elsewhere = new Receiver()) {
            receiver.redirectTo(elsewhere.url());

            Crossings.tell(ulla);

            assertThat(elsewhere.received()).isEmpty();
            Hooks.deliveries(ada, webhook)
                    .body("items.state", contains("pending"))
                    .body("items.lastError", contains("redirected"));
        }
    }

    @Test
    void who_is_gone_is_told_nothing_more() {
        receiver.answer(410);

        Crossings.tell(ulla);
        Crossings.tell(ulla);

        assertThat(receiver.received()).hasSize(1);
        Hooks.deliveries(ada, webhook).body("items.state", contains("failed")).body("items.lastStatus", contains(410));
        Hooks.as(ada)
                .get("/alerts/webhooks/list")
                .then()
                .body("items.enabled", contains(false))
                .body("items.version", contains(2));
        assertThat(sql.column("select action from platform.audit where object = ? and actor is null", webhook))
                .containsExactly("webhook.disabled");
    }

    @Test
    void what_came_to_be_while_it_was_disabled_it_never_gets_and_what_waited_waits() {
        receiver.answer(500);
        String before = Crossings.tell(ulla);
        Hooks.change(ada, webhook, 1, receiver.url(), false, "").statusCode(200);
        receiver.answer(200);
        Crossings.tell(ulla);
        later(Duration.ofMinutes(1));
        assertThat(receiver.received()).hasSize(1);

        Hooks.change(ada, webhook, 2, receiver.url(), true, "").statusCode(200);
        Hooks.runJob();

        assertThat(receiver.received().stream().map(each -> header(each, "webhook-id")))
                .containsExactly(before, before);
    }

    @Test
    void what_waits_for_a_webhook_that_stays_disabled_is_given_up_in_the_end() {
        receiver.answer(500);
        Crossings.tell(ulla);
        Hooks.change(ada, webhook, 1, receiver.url(), false, "").statusCode(200);
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        Events.runJob("alerts", "alerts.forget-deliveries");
        assertThat(sql.value("select state from alerts.webhook_delivery")).isEqualTo("pending");

        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        Events.runJob("alerts", "alerts.forget-deliveries");

        assertThat(sql.value("select state from alerts.webhook_delivery")).isEqualTo("failed");
    }

    @Test
    void what_waits_is_signed_with_the_new_secret() throws Exception {
        String secret = "whsec_" + "B".repeat(40);
        receiver.answer(500);
        Crossings.tell(ulla);
        Hooks.change(ada, webhook, 1, receiver.url(), true, ",\"secret\":\"" + secret + "\"")
                .statusCode(200);
        sql.run("update alerts.webhook_delivery set next_at = now() where state = 'pending'");

        Hooks.runJob();

        assertVerified(receiver.received().get(1), secret);
    }

    @Test
    void a_secret_that_can_not_be_opened_keeps_no_other_waiting_and_is_shown() {
        try (Receiver other = new Receiver()) {
            String broken = Hooks.created(ada, other.url());
            sql.run("update alerts.webhook set secret_key_id = 'lost' where id = cast(? as uuid)", broken);

            Crossings.tell(ulla);

            assertThat(receiver.received()).hasSize(1);
            assertThat(other.received()).isEmpty();
            Hooks.deliveries(ada, broken)
                    .body("items.state", contains("pending"))
                    .body("items.lastError", contains("secret_sealed"))
                    .body("items[0].lastStatus", nullValue());
        }
    }

    @Test
    void a_secret_that_was_moved_to_another_webhook_does_not_open_there() {
        try (Receiver thief = new Receiver()) {
            String other = Hooks.created(ada, thief.url());
            sql.run("""
                    update alerts.webhook t set secret_nonce = s.secret_nonce, secret_ciphertext = s.secret_ciphertext
                    from alerts.webhook s where s.id = cast(? as uuid) and t.id = cast(? as uuid)
                    """, webhook, other);

            Crossings.tell(ulla);

            assertThat(thief.received()).isEmpty();
            Hooks.deliveries(ada, other).body("items.lastError", contains("secret_sealed"));
        }
    }

    @Test
    void what_a_process_took_and_died_with_is_delivered_by_the_next() {
        receiver.answer(500);
        Crossings.tell(ulla);
        // as it is between the claim and the note
        sql.run("update alerts.webhook_delivery set attempts = attempts + 1, next_at = now() + interval '30 seconds'");
        receiver.answer(200);
        Hooks.runJob();
        assertThat(receiver.received()).hasSize(1);

        later(Duration.ofSeconds(31));

        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void a_delivery_to_an_address_that_is_not_allowed_any_more_is_not_made() {
        sql.run("update alerts.webhook set url = replace(url, '127.0.0.1', '127.0.0.2')");

        Crossings.tell(ulla);

        Hooks.deliveries(ada, webhook).body("items.lastError", contains("address_not_allowed"));
    }

    @Test
    void what_waited_for_longer_than_three_days_is_not_sent_when_the_webhook_is_enabled_again() {
        receiver.answer(500);
        Crossings.tell(ulla);
        Hooks.change(ada, webhook, 1, receiver.url(), false, "").statusCode(200);
        Hooks.change(ada, webhook, 2, receiver.url(), true, "").statusCode(200);
        Hooks.deliveries(ada, webhook).body("items.state", contains("pending"));
        Hooks.change(ada, webhook, 3, receiver.url(), false, "").statusCode(200);
        sql.run("update alerts.webhook_delivery set give_up_at = now() - interval '1 hour', next_at = now()");
        receiver.answer(204);

        Hooks.change(ada, webhook, 4, receiver.url(), true, "").statusCode(200);
        Hooks.runJob();

        Hooks.deliveries(ada, webhook).body("items.state", contains("failed"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void a_crossing_whose_event_was_lost_is_told_to_webhooks_that_were_there_and_only_while_it_is_new() {
        sql.run("update alerts.told set until = now() - interval '30 days'");
        sql.run("update alerts.webhook set created_at = now() - interval '2 days' where id = cast(? as uuid)", webhook);
        String before = Crossings.longAgo(ulla, 3);
        String since = Crossings.longAgo(ulla, 1);

        Events.runJob("alerts", "alerts.tell-missed");

        Hooks.deliveries(ada, webhook).body("items.messageId", contains(since));
        assertThat(sql.column("""
                select d.give_up_at - c.crossed_at from alerts.webhook_delivery d
                join spend.budget_crossing c on c.id = d.message_id where c.id = cast(? as uuid)""", since))
                .as("three days from when it happened on")
                .containsExactly("3 days");
        assertThat(sql.column("select title from alerts.message where cause_id = cast(? as uuid)", before))
                .isNotEmpty();
    }

    @Test
    void forgets_what_ended_a_month_ago() {
        Crossings.tell(ulla);
        clock.moveTo(clock.instant().plus(Duration.ofDays(29)));
        Events.runJob("alerts", "alerts.forget-deliveries");
        assertThat(ofWebhook()).isEqualTo("1");

        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        Events.runJob("alerts", "alerts.forget-deliveries");

        assertThat(ofWebhook()).isEqualTo("0");
    }

    @Test
    void says_to_operations_how_much_waits() {
        String due = "select due from alerts.published_due_deliver_webhooks";
        assertThat(sql.value(due)).isEqualTo("f");
        receiver.answer(500);
        Crossings.tell(ulla);
        assertThat(sql.value(due)).isEqualTo("f");

        sql.run("update alerts.webhook_delivery set next_at = now() where state = 'pending'");

        assertThat(sql.value(due)).isEqualTo("t");
    }

    @Test
    void pages_and_filters_the_newest_first() {
        String first = Crossings.tell(ulla);
        receiver.answer(500);
        String second = Crossings.tell(ulla);

        String next = Hooks.as(ada)
                .get("/alerts/deliveries/list?limit=1&webhookId=" + webhook)
                .then()
                .body("items.messageId", contains(second))
                .extract()
                .path("next");
        Hooks.as(ada)
                .get("/alerts/deliveries/list?limit=1&webhookId=" + webhook + "&cursor=" + next)
                .then()
                .body("items.messageId", contains(first));
        Hooks.as(ada)
                .get("/alerts/deliveries/list?state=delivered&webhookId=" + webhook)
                .then()
                .body("items.messageId", contains(first));
        Hooks.as(ada).get("/alerts/deliveries/list?state=lost").then().statusCode(422);
        Hooks.as(ada).get("/alerts/deliveries/list?webhookId=x").then().statusCode(422);
    }

    private void later(Duration wait) {
        clock.moveTo(clock.instant().plus(wait));
        Hooks.runJob();
    }

    private void resend(String id, int status) {
        Hooks.as(ada)
                .body("{\"id\":\"" + id + "\"}")
                .post("/alerts/deliveries/resend")
                .then()
                .statusCode(status);
    }

    private String ofWebhook() {
        return sql.value("select count(*) from alerts.webhook_delivery where webhook_id = cast(? as uuid)", webhook);
    }

    private static void assertVerified(Receiver.Received received, String secret) {
        com.standardwebhooks.Webhook verifier = new com.standardwebhooks.Webhook(secret);

        assertThatCode(() -> verifier.verify(received.body(), received.headers()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> verifier.verify(received.body() + " ", received.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static String header(Receiver.Received received, String name) {
        return received.headers().firstValue(name).orElseThrow();
    }
}
