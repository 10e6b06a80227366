package io.litemaas.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request is done once. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
class OnceTest {
    private Person user;
    private final String key = UUID.randomUUID().toString();
    private final String name = UUID.randomUUID().toString();

    @BeforeEach
    void signIn() {
        user = Person.user("ulla");
    }

    @Test
    void gives_the_same_answer_again_and_does_the_work_once() {
        String first =
                create(user, key, name).then().statusCode(200).extract().body().asString();
        String again =
                create(user, key, name).then().statusCode(200).extract().body().asString();

        assertThat(again).isEqualTo(first);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void does_the_work_once_when_eight_ask_at_the_same_time() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> create(user, key, name).statusCode())
                .toList();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void needs_a_key() {
        given().auth()
                .oauth2(user.token())
                .contentType("application/json")
                .body(body(name))
                .post("/samples/create")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.idempotency_key_required"));
    }

    @Test
    void refuses_the_key_for_another_request() {
        create(user, key, name).then().statusCode(200);

        create(user, key, name + "x").then().statusCode(422).body("code", equalTo("http.idempotency_key_reused"));
    }

    @Test
    void keeps_a_refusal() {
        create(user, key, "taken").then().statusCode(409).body("code", equalTo("samples.taken"));
        create(user, key, "taken")
                .then()
                .statusCode(409)
                .body("code", equalTo("samples.taken"))
                .body("title", equalTo("The name is taken."));
    }

    @Test
    void tells_two_users_with_one_key_apart() {
        create(user, key, name).then().statusCode(200);
        create(Person.user("otto"), key, name).then().statusCode(200);

        assertThat(done()).isEqualTo(2);
    }

    @Test
    void waits_for_an_attempt_that_holds_the_lease_and_takes_over_when_it_is_over() {
        create(user, key, name).then().statusCode(200);
        TestDatabase.shared().sql().run("""
                update operations.idempotency set status = null, answer = null, lease_until = now() + interval '20 seconds'
                where user_id = ?""", user.id());
        create(user, key, name)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("code", equalTo("http.in_progress"));

        TestDatabase.shared()
                .sql()
                .run("update operations.idempotency set lease_until = now() where user_id = ?", user.id());

        create(user, key, name).then().statusCode(200);
        assertThat(TestDatabase.shared()
                        .sql()
                        .value("select attempt from operations.idempotency where user_id = ?", user.id()))
                .isEqualTo("2");
    }

    @Test
    void keeps_no_key_in_clear() {
        create(user, key, name).then().statusCode(200);

        assertThat(TestDatabase.shared().sql().column("select i::text from operations.idempotency i"))
                .noneMatch(row -> row.contains(key));
    }

    private static Response create(Person person, String key, String name) {
        return given().auth()
                .oauth2(person.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body(name))
                .post("/samples/create");
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}";
    }

    private int done() {
        return TestDatabase.shared()
                .sql()
                .column("select id from platform.audit where object = ?", name)
                .size();
    }
}
