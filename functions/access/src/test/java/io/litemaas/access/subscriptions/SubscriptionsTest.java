package io.litemaas.access.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.access.AccessQuarkusTest;
import io.litemaas.access.AccessTest;
import io.litemaas.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AccessQuarkusTest
class SubscriptionsTest extends AccessTest {

    @BeforeEach
    void oneModelIsRestricted() {
        sql.run("update access.model set restricted = name = 'claude-sonnet-4-5'");
    }

    @Test
    void one_person_asks_for_so_many_a_minute() {
        // over two minutes' worth: a minute may end in between
        Response refused = Stream.generate(() -> request(user, "gpt-4o-mini"))
                .limit(62)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        refused.then().statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void is_active_at_once_where_no_model_is_restricted() {
        request(user, "gpt-4o-mini", "team-llama", "gpt-4o-mini")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("models", contains("gpt-4o-mini", "team-llama"));
    }

    @Test
    void waits_for_an_admin_where_one_is() {
        String id = request(user, "gpt-4o-mini", "claude-sonnet-4-5")
                .then()
                .body("state", equalTo("pending"))
                .extract()
                .path("id");

        as(admin)
                .queryParam("all", true)
                .queryParam("state", "pending")
                .get("/subscriptions/list")
                .then()
                .body("items.id", hasItem(id));
        decide(user, id, 1, true).then().statusCode(403);
        decide(admin, id, 1, true).then().statusCode(200).body("state", equalTo("active"));
        decide(admin, id, 1, true).then().statusCode(409).body("code", equalTo("subscriptions.changed"));
        decide(admin, id, 2, false).then().statusCode(409).body("code", equalTo("subscriptions.not_pending"));
    }

    @Test
    void ends_when_an_admin_rejects_it() {
        String id = request(user, "claude-sonnet-4-5").path("id");

        decide(admin, id, 1, false).then().body("state", equalTo("rejected")).body("reason", equalTo("because"));

        cancel(user, id, 2).then().statusCode(409).body("code", equalTo("subscriptions.ended"));
    }

    @Test
    void is_cancelled_by_its_owner_or_an_admin_and_does_not_exist_for_others() {
        String id = request(user, "gpt-4o-mini").path("id");

        cancel(Person.user("otto"), id, 1).then().statusCode(404).body("code", equalTo("subscriptions.not_found"));
        cancel(user, id, 7).then().statusCode(409);
        cancel(user, id, 1).then().statusCode(200).body("state", equalTo("cancelled"));
        cancel(admin, request(user, "gpt-4o-mini").path("id"), 1).then().statusCode(200);
    }

    @Test
    void refuses_a_model_that_is_not_to_be_had() {
        request(user, "no-such-model").then().statusCode(422).body("code", equalTo("subscriptions.model_not_offered"));
    }

    @Test
    void refuses_terms_that_make_no_sense() {
        wish(user, Map.of("name", "x", "models", List.of()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("models"));
        wish(user, Map.of("name", " ", "models", List.of("gpt-4o-mini"))).then().statusCode(422);
        wish(user, Map.of("name", "x", "models", List.of("gpt-4o-mini"), "rpmLimit", 0))
                .then()
                .statusCode(422);
        wish(user, Map.of("name", "x", "models", List.of("gpt-4o-mini"), "expiresAt", Instant.EPOCH.toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("subscriptions.expiry_passed"));
    }

    @Test
    void lists_ones_own_newest_first_page_by_page() {
        String first = request(user, "gpt-4o-mini").path("id");
        String second = request(user, "gpt-4o-mini").path("id");
        request(Person.user("otto"), "gpt-4o-mini");

        String next = as(user).queryParam("limit", 1)
                .get("/subscriptions/list")
                .then()
                .body("items.id", contains(second))
                .extract()
                .path("next");
        as(user).queryParam("cursor", next).get("/subscriptions/list").then().body("items.id", contains(first));
        as(user).queryParam("all", true).get("/subscriptions/list").then().statusCode(403);
        as(admin).get("/subscriptions/list").then().body("items", hasSize(0));
    }

    @Test
    void is_made_once_for_a_repeated_request() {
        String header = fresh();
        String first = wish(user, header).path("id");

        assertThat(wish(user, header).<String>path("id")).isEqualTo(first);
        assertThat(sql.value("select count(*) from access.subscription where owner_id = ?", user.id()))
                .isEqualTo("1");
    }

    private Response request(Person owner, String... models) {
        return wish(owner, Map.of("name", "work", "models", models));
    }

    private static Response wish(Person owner, Map<String, Object> body) {
        return as(owner).header("Idempotency-Key", fresh()).body(body).post("/subscriptions/request");
    }

    private static Response wish(Person owner, String header) {
        return as(owner)
                .header("Idempotency-Key", header)
                .body(Map.of("name", "w", "models", List.of("gpt-4o-mini")))
                .post("/subscriptions/request");
    }

    private static Response decide(Person by, String id, int version, boolean approve) {
        return post(
                by,
                "/subscriptions/decide",
                Map.of("id", id, "version", version, "approve", approve, "reason", "because"));
    }

    private static Response cancel(Person by, String id, int version) {
        return post(by, "/subscriptions/cancel", Map.of("id", id, "version", version));
    }
}
