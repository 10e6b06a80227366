package io.litemaas.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.litemaas.alerts.Crossings;
import io.litemaas.alerts.Receiver;
import io.litemaas.alerts.WebhookResource;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins do with webhooks. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "alerts"))
@QuarkusTestResource(WebhookResource.class)
class WebhooksTest {
    private static final String OTHER_SECRET = "whsec_" + "B".repeat(40);

    private final Sql sql = TestDatabase.shared().sql();
    private final Person ada = Person.admin("ada");
    private final Person rita = Person.with("rita", "user", "admin-readonly");
    private final Person ulla = Person.user("ulla");
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void alone() {
        Hooks.forgetAll();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void makes_one_and_shows_its_secret_to_nobody() {
        Hooks.create(ada, receiver.url())
                .statusCode(200)
                .body("name", equalTo("pager"))
                .body("enabled", equalTo(true))
                .body("createdBy", equalTo(ada.id().toString()))
                .body(not(containsString("whsec")));

        Hooks.as(rita)
                .get("/alerts/webhooks/list")
                .then()
                .statusCode(200)
                .body("items.url", contains(receiver.url()))
                .body(not(containsString("whsec")));
        assertThat(everythingStored()).doesNotContain("whsec").doesNotContain(Hooks.SECRET.substring(6));
    }

    @Test
    void makes_one_only_however_often_the_request_comes() {
        String key = UUID.randomUUID().toString();
        String first =
                Hooks.create(ada, receiver.url(), Hooks.SECRET, key).extract().path("id");

        Hooks.create(ada, receiver.url(), Hooks.SECRET, key).statusCode(200).body("id", equalTo(first));
        Hooks.create(ada, receiver.url(), OTHER_SECRET, key)
                .statusCode(422)
                .body("code", equalTo("http.idempotency_key_reused"));

        assertThat(sql.value("select count(*) from alerts.webhook")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "https://user:password@example.com/",
                "https://no-such-name.invalid/",
                "gopher://example.com/"
            })
    void refuses_an_address_that_may_not_be_called(String url) {
        Hooks.create(ada, url)
                .statusCode(422)
                .body("code", equalTo("alerts.address_not_allowed"))
                .body("errors.field", contains("url"));

        String id = Hooks.created(ada, receiver.url());
        Hooks.change(ada, id, 1, url, true, "").statusCode(422).body("code", equalTo("alerts.address_not_allowed"));
        assertThat(sql.value("select count(*) from alerts.webhook")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_not base64 at all, but long enough"
            })
    void refuses_a_secret_that_is_none_and_does_not_repeat_it(String secret) {
        Hooks.create(ada, receiver.url(), secret, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.field", contains("secret"))
                .body(not(containsString(secret.isEmpty() ? "\u0000" : secret + "\"")));
    }

    @Test
    void changes_one_that_nobody_else_has_changed() {
        String id = Hooks.created(ada, receiver.url());

        Hooks.change(ada, id, 1, receiver.url(), false, "")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("enabled", equalTo(false));

        Hooks.change(ada, id, 1, receiver.url(), true, "")
                .statusCode(409)
                .body("code", equalTo("alerts.webhook_changed"));
        Hooks.change(ada, UUID.randomUUID().toString(), 1, receiver.url(), true, "")
                .statusCode(404);
    }

    @Test
    void disables_one_whose_name_is_known_no_more() {
        String id = Hooks.created(ada, receiver.url());

        Hooks.change(ada, id, 1, "https://no-such-name.invalid/", false, "").statusCode(200);
    }

    @Test
    void keeps_the_secret_unless_a_new_one_is_given() {
        String id = Hooks.created(ada, receiver.url());
        String before = sealed(id);

        Hooks.change(ada, id, 1, receiver.url(), true, "").statusCode(200);
        assertThat(sealed(id)).isEqualTo(before);

        Hooks.change(ada, id, 2, receiver.url(), true, ",\"secret\":\"" + OTHER_SECRET + "\"")
                .statusCode(200);
        assertThat(sealed(id)).isNotEqualTo(before);
        Hooks.change(ada, id, 3, receiver.url(), true, ",\"secret\":\"whsec_short\"")
                .statusCode(422);
    }

    @Test
    void removes_one_with_all_that_it_had() {
        String id = Hooks.created(ada, receiver.url());
        Crossings.tell(ulla);

        remove(id, 2).statusCode(409);
        remove(id, 1).statusCode(204);

        remove(id, 1).statusCode(404);
        assertThat(sql.value("select count(*) from alerts.webhook_delivery where webhook_id = cast(? as uuid)", id))
                .isEqualTo("0");
    }

    @Test
    void writes_down_who_did_what_and_no_secret_of_it() {
        String id = Hooks.created(ada, receiver.url());
        Hooks.change(ada, id, 1, receiver.url(), true, ",\"secret\":\"" + OTHER_SECRET + "\"");
        test(ada, id);
        remove(id, 2);

        assertThat(sql.column(
                        "select action from platform.audit where room = 'alerts' and object = ? and actor = ? order by at",
                        id,
                        ada.id()))
                .containsExactly("webhook.created", "webhook.changed", "webhook.tested", "webhook.removed");
        assertThat(sql.column("select detail::text from platform.audit where object = ?", id))
                .allSatisfy(detail -> assertThat(detail).doesNotContain("whsec").doesNotContain("/hook"));
    }

    @Test
    void tries_one_out_and_tells_how_it_went() {
        String id = Hooks.created(ada, receiver.url());

        test(ada, id)
                .statusCode(200)
                .body("taken", equalTo(true))
                .body("status", equalTo(200))
                .body("error", nullValue());

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().get(0).body()).contains("webhook.tested");
        Hooks.deliveries(ada, id).body("items", hasSize(0));
    }

    @Test
    void tries_a_disabled_one_too_and_once_only() {
        String id = Hooks.created(ada, receiver.url());
        Hooks.change(ada, id, 1, receiver.url(), false, "");
        receiver.answer(500);

        test(ada, id)
                .statusCode(200)
                .body("taken", equalTo(false))
                .body("status", equalTo(500))
                .body("error", equalTo("refused"));

        Hooks.runJob();
        assertThat(receiver.received()).hasSize(1);
        test(ada, UUID.randomUUID().toString()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/alerts/webhooks/create, '{\"name\":\"n\",\"url\":\"https://example.com/\",\"secret\":\"whsec_x\"}'",
        "/alerts/webhooks/change, '{\"id\":\"0190a0b0-0000-7000-8000-000000000000\",\"version\":1,\"name\":\"n\",\"url\":\"u\",\"enabled\":true}'",
        "/alerts/webhooks/remove, '{\"id\":\"0190a0b0-0000-7000-8000-000000000000\",\"version\":1}'",
        "/alerts/webhooks/test, '{\"id\":\"0190a0b0-0000-7000-8000-000000000000\"}'",
        "/alerts/deliveries/resend, '{\"id\":\"0190a0b0-0000-7000-8000-000000000000\"}'"
    })
    void only_an_admin_changes_anything(String path, String body) {
        for (Person person : new Person[] {ulla, rita}) {
            Hooks.as(person)
                    .headers(Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_user_sees_nothing_of_it() {
        Hooks.as(ulla).get("/alerts/webhooks/list").then().statusCode(403);
        Hooks.as(ulla).get("/alerts/deliveries/list").then().statusCode(403);
    }

    @Test
    void pages_in_the_order_in_which_they_were_made() {
        String first = Hooks.created(ada, receiver.url());
        String second = Hooks.created(ada, receiver.url());

        String next = Hooks.as(rita)
                .get("/alerts/webhooks/list?limit=1")
                .then()
                .body("items.id", contains(first))
                .extract()
                .path("next");
        Hooks.as(rita)
                .get("/alerts/webhooks/list?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(second))
                .body("next", nullValue())
                .body("items", hasSize(1));
    }

    private static ValidatableResponse test(Person admin, String id) {
        return Hooks.as(admin)
                .body("{\"id\":\"" + id + "\"}")
                .post("/alerts/webhooks/test")
                .then();
    }

    private ValidatableResponse remove(String id, int version) {
        return Hooks.as(ada)
                .body("{\"id\":\"" + id + "\",\"version\":" + version + "}")
                .post("/alerts/webhooks/remove")
                .then();
    }

    private String sealed(String id) {
        return sql.value("select encode(secret_ciphertext, 'hex') from alerts.webhook where id = cast(? as uuid)", id);
    }

    /** All that the room has, as text: what is sealed is in hexadecimal there, so the bytes are looked at too. */
    private String everythingStored() {
        return String.join(
                "\n",
                sql.column("select w::text from alerts.webhook w union all select i::text from alerts.idempotency i"
                        + " union all select a::text from platform.audit a where room = 'alerts'"
                        + " union all select encode(secret_ciphertext, 'escape') from alerts.webhook"));
    }
}
