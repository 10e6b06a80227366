package io.litemaas.spend.ledger;

import static io.litemaas.spend.PushedLog.push;
import static io.litemaas.spend.PushedLog.pushBody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.RawRequest;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class BookPushedLogsTest {
    private static final String BOOKED = "io.litemaas.spend.booked.v1";

    private final Sql sql = TestDatabase.shared().sql();
    private final Spender ulla = Spender.named("ulla");

    @Test
    void books_a_batch_and_says_so() {
        PushedLog rejected = PushedLog.of(ulla, "0").failed().ofKey("f".repeat(64));
        PushedLog call = PushedLog.of(ulla, "0.0000135");

        push(List.of(call, PushedLog.of(ulla, "0").failed(), rejected, call))
                .then()
                .statusCode(200)
                .body("received", equalTo(4))
                .body("booked", equalTo(2))
                .body("known", equalTo(1))
                .body("rejected", equalTo(1))
                .body("quarantined", equalTo(0));

        assertThat(rows()).isEqualTo("2");
        assertThat(spent()).isEqualTo("0.0000135");
        assertThat(sql.value("select sum(failed_requests) from " + entriesOfUlla()))
                .isEqualTo("1");
    }

    @Test
    void knows_a_request_that_is_pushed_again() {
        List<PushedLog> calls = List.of(PushedLog.of(ulla, "0.1"), PushedLog.of(ulla, "0.2"));
        push(calls);

        push(calls).then().statusCode(200).body("booked", equalTo(0)).body("known", equalTo(2));

        assertThat(rows()).isEqualTo("2");
        assertThat(spent()).isEqualTo("0.3");
    }

    @Test
    void keeps_the_names_that_a_key_had_when_it_was_used() {
        push(List.of(PushedLog.of(ulla, "0.1")));
        sql.run("update access.key set name = 'renamed' where id = ?", ulla.keyId());
        push(List.of(PushedLog.of(ulla, "0.2")));

        assertThat(sql.column("select key_name || ' ' || cost from " + entriesOfUlla() + " order by cost"))
                .containsExactly("ulla's key 0.1", "renamed 0.2");
    }

    @Test
    void books_the_spend_of_an_unknown_key_to_its_hash() {
        String hash = "0123456789abcdef".repeat(4);
        String before = "select coalesce(sum(cost), 0) from spend.ledger_entry e join spend.attribution a"
                + " on a.id = e.attribution_id where a.unknown_hash = decode(?, 'hex') and a.key_id is null";

        push(List.of(PushedLog.of(ulla, "0.25").ofKey(hash))).then().body("booked", equalTo(1));

        assertThat(sql.value(before, hash)).isEqualTo("0.25");
    }

    @Test
    void sets_malformed_rows_aside_once_and_books_the_others() {
        String good = PushedLog.of(ulla, "0.5").json().toString();
        String bad =
                PushedLog.of(ulla, "0.5").json().put("response_cost", "much").toString();
        String old = PushedLog.at(ulla, Instant.now().minusSeconds(500L * 86_400), "0.5")
                .json()
                .toString();
        String count = "select count(*) from spend.quarantine where received_at > now() - interval '1 minute'";
        long before = Long.parseLong(sql.value(count));

        pushBody("[" + good + "," + bad + "," + old + "]")
                .then()
                .statusCode(200)
                .body("quarantined", equalTo(2));
        pushBody("[" + good + "," + bad + "," + old + "]")
                .then()
                .statusCode(200)
                .body("quarantined", equalTo(2));

        assertThat(Long.parseLong(sql.value(count)) - before).isEqualTo(2);
        assertThat(spent()).isEqualTo("0.5");
    }

    @Test
    void keeps_nothing_of_what_was_said() {
        String bad = PushedLog.of(ulla, "0.5").json().put("status", 7).toString();
        String good = PushedLog.of(ulla, "0.5").json().toString();
        assertThat(good).contains("hello", "wh@example.org");

        pushBody("[" + bad + "," + good + "]").then().statusCode(200);

        assertThat(sql.value("select count(*) from spend.quarantine q where q::text ~ 'hello|example.org'"))
                .isEqualTo("0");
        assertThat(sql.value("select count(*) from spend.fact f where f::text ~ 'hello|example.org'"))
                .isEqualTo("0");
        assertThat(sql.value("select count(*) from spend.outbox o where o::text ~ 'hello|example.org'"))
                .isEqualTo("0");
    }

    @Test
    void makes_the_months_that_it_needs() {
        LocalDate lastMonth = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusDays(1);
        Instant lateThen = lastMonth.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

        push(List.of(
                        PushedLog.at(ulla, lateThen.minusMillis(1), "0.1"),
                        PushedLog.at(ulla, lateThen.minusNanos(400_000), "0.2")))
                .then()
                .statusCode(200)
                .body("booked", equalTo(2));

        assertThat(sql.column(
                        "select day::text from spend.fact where attribution_id in"
                                + " (select id from spend.attribution where owner_id = ?) order by cost",
                        ulla.person().id()))
                .containsExactly(lastMonth.toString(), lastMonth.plusDays(1).toString());
    }

    @Test
    void announces_what_it_booked_and_nothing_when_it_booked_nothing() {
        String count = "select count(*) from spend.outbox where type = '" + BOOKED + "'";
        long before = Long.parseLong(sql.value(count));
        List<PushedLog> calls = List.of(PushedLog.of(ulla, "0.1"), PushedLog.of(ulla, "0.2"));

        push(calls);
        push(calls);
        push(List.of());

        assertThat(Long.parseLong(sql.value(count)) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{]", "[", "7", "\"x\"", "[{\"id\": \"a\", \"id\": \"b\"}]"})
    void refuses_a_body_that_is_no_batch(String body) {
        pushBody(body).then().statusCode(400).body("code", equalTo("http.malformed_body"));
    }

    @Test
    void refuses_an_empty_body_and_another_media_type() {
        pushBody("").then().statusCode(400);
        Response plain = given().filter(new ContractFilter())
                .header("X-LiteMaaS-Push", PushedLog.SECRET)
                .contentType("text/plain")
                .body("[]")
                .post("/ledger/litellm-logs");

        plain.then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wrong", "push-secret-of-the-test", "push-secret-of-the-tests2", "Push-secret-of-the-tests"})
    void turns_strangers_away_before_it_reads_what_they_sent(String secret) throws IOException {
        sql.run("delete from platform.rate_limit");
        given().filter(new ContractFilter())
                .headers(secret.isEmpty() ? Map.of() : Map.of("X-LiteMaaS-Push", secret))
                .contentType("application/json")
                .body("[{no json")
                .post("/ledger/litellm-logs")
                .then()
                .statusCode(401)
                .body("code", equalTo("ledger.push_not_authenticated"));

        String unsent = "Content-Type: application/json\r\nContent-Length: 33554432\r\nX-LiteMaaS-Push: " + secret;
        assertThat(RawRequest.answerTo("POST /ledger/litellm-logs", unsent, "")).startsWith("HTTP/1.1 401");
        assertThat(sql.value("select count(*) from platform.rate_limit"))
                .as("strangers use up nothing of what LiteLLM may send")
                .isEqualTo("0");
    }

    @Test
    void a_push_that_can_not_be_booked_is_no_200_and_the_next_is_not_taken_for_a_repetition() {
        List<PushedLog> calls = List.of(PushedLog.of(ulla, "0.1"), PushedLog.of(ulla, "0.2"));
        sql.run("alter table spend.outbox add constraint deaf check (type <> '" + BOOKED + "') not valid");
        try {
            given().header("X-LiteMaaS-Push", PushedLog.SECRET)
                    .contentType("application/json")
                    .body("[" + calls.get(0).json() + "," + calls.get(1).json() + "]")
                    .post("/ledger/litellm-logs")
                    .then()
                    .statusCode(500);
        } finally {
            sql.run("alter table spend.outbox drop constraint deaf");
        }
        assertThat(rows()).isEqualTo("0");

        push(calls).then().statusCode(200).body("booked", equalTo(2));

        assertThat(spent()).isEqualTo("0.3");
    }

    private String rows() {
        return sql.value(
                "select count(*) from spend.fact where attribution_id in"
                        + " (select id from spend.attribution where owner_id = ?)",
                ulla.person().id());
    }

    private String spent() {
        return sql.value("select sum(cost) from " + entriesOfUlla());
    }

    private String entriesOfUlla() {
        return "(select e.*, a.key_name from spend.ledger_entry e join spend.attribution a on a.id = e.attribution_id"
                + " where a.owner_id = '" + ulla.person().id() + "') x";
    }
}
