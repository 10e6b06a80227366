package io.litemaas.spend.usage;

import static io.litemaas.spend.PushedLog.push;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.litemaas.spend.PushedLog;
import io.litemaas.spend.Spender;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class ReadUsageTest {
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final Spender ulla = Spender.named("ulla");
    private final Person ada = Person.admin("ada");

    @Test
    void sums_by_the_days_of_a_time_zone() {
        LocalDate day = LocalDate.now(KATHMANDU).minusDays(3);
        Instant midnight = day.atStartOfDay(KATHMANDU).toInstant();
        push(List.of(
                PushedLog.at(ulla, midnight.minusMillis(1), "0.1"),
                PushedLog.at(ulla, midnight, "0.0000135"),
                PushedLog.at(ulla, midnight.plusSeconds(86_399), "0.2"),
                PushedLog.at(ulla, midnight.plusSeconds(60), "0").failed()));

        usage(ulla.person(), "zone=Asia/Kathmandu&from=" + day.minusDays(1) + "&to=" + day)
                .body("by", equalTo("day"))
                .body(
                        "from",
                        equalTo(day.minusDays(1)
                                .atStartOfDay(KATHMANDU)
                                .toInstant()
                                .toString()))
                .body(
                        "to",
                        equalTo(day.plusDays(1)
                                .atStartOfDay(KATHMANDU)
                                .toInstant()
                                .toString()))
                .body("rows.day", contains(day.minusDays(1).toString(), day.toString()))
                .body("rows.sum.cost.amount", contains("0.1", "0.2000135"))
                .body("rows[1].sum.requests", equalTo(3))
                .body("rows[1].sum.failedRequests", equalTo(1))
                .body("rows[0].sum.promptTokens", equalTo(10))
                .body("rows[0].sum.completionTokens", equalTo(20))
                .body("total.cost.amount", equalTo("0.3000135"))
                .body("total.cost.currency", equalTo("USD"));
        usage(ulla.person(), "zone=Asia/Kathmandu&from=" + day + "&to=" + day).body("rows", hasSize(1));
    }

    @Test
    void sums_by_model_key_and_subscription_the_dearest_first() {
        Spender other = ulla.another("second key");
        push(List.of(
                PushedLog.of(ulla, "0.1"),
                PushedLog.of(ulla, "0.2").ofModel("team-llama"),
                PushedLog.of(other, "0.4").ofModel("team-llama")));

        usage(ulla.person(), "by=model")
                .body("rows.model", contains("team-llama", "gpt-4o-mini"))
                .body("rows.sum.cost.amount", contains("0.6", "0.1"));
        usage(ulla.person(), "by=key")
                .body("rows.keyName", contains("second key", "ulla's key"))
                .body(
                        "rows.keyId",
                        contains(other.keyId().toString(), ulla.keyId().toString()))
                .body("rows.sum.requests", contains(1, 2));
        usage(ulla.person(), "by=subscription")
                .body("rows.subscriptionName", contains("ulla's subscription"))
                .body("rows.subscriptionId", contains(ulla.subscriptionId().toString()))
                .body("rows.sum.cost.amount", contains("0.7"));
    }

    @Test
    void says_in_which_quarter_of_an_hour_a_key_was_used_last() {
        Instant quarter = Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(2 * 86_400);
        push(List.of(
                PushedLog.at(ulla, quarter.minusSeconds(3600), "0.1"),
                PushedLog.at(ulla, quarter.plusSeconds(899), "0.2").ofModel("team-llama")));

        usage(ulla.person(), "by=key").body("rows.lastUsedAt", contains(quarter.toString()));
        usage(ulla.person(), "by=subscription").body("rows[0].lastUsedAt", nullValue());
    }

    @Test
    void shows_users_their_own_and_admins_whose_they_ask_for() {
        Spender ozan = Spender.named("ozan");
        push(List.of(PushedLog.of(ulla, "0.1"), PushedLog.of(ozan, "0.2")));

        usage(ulla.person(), "").body("total.cost.amount", equalTo("0.1")).body("drift", nullValue());
        usage(ulla.person(), "userId=" + ulla.person().id()).body("total.cost.amount", equalTo("0.1"));
        usage(ada, "userId=" + ozan.person().id()).body("total.cost.amount", equalTo("0.2"));
        usage(ada, "").body("total.requests", equalTo(0)).body("rows", hasSize(0));
        usage(ada, "all=true&by=key")
                .body("rows.keyId", hasItem(ulla.keyId().toString()))
                .body("rows.keyId", hasItem(ozan.keyId().toString()))
                .body("drift", notNullValue());
        get(ulla.person(), "all=true").statusCode(403);
        get(ulla.person(), "userId=" + ozan.person().id()).statusCode(403);
    }

    @Test
    void covers_thirty_days_unless_asked() {
        String from = usage(ulla.person(), "").extract().path("from");
        String to = usage(ulla.person(), "").extract().path("to");

        assertThat(java.time.Duration.between(Instant.parse(from), Instant.parse(to))
                        .toDays())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=team",
                "zone=Nowhere/Else",
                "zone=%2B05:37",
                "from=2026-13-01",
                "from=2026-02-30",
                "from=yesterday",
                "from=2026-02-02&to=2026-02-01",
                "from=2024-01-01&to=2026-01-01",
                "from=0000-01-01&to=0000-01-02",
                "from=9999-12-01&to=9999-12-31",
                "userId=me",
                "all=perhaps",
                "unknown=1",
                "by=day&by=key"
            })
    void refuses_what_can_not_be_asked(String query) {
        get(ulla.person(), query).statusCode(422).body("code", equalTo("http.invalid_request"));
    }

    @Test
    void needs_a_session_and_the_right_method() {
        given().filter(new ContractFilter()).get("/usage").then().statusCode(401);
        given().filter(new ContractFilter())
                .auth()
                .oauth2(ulla.person().token())
                .contentType("application/json")
                .body("{}")
                .post("/usage")
                .then()
                .statusCode(405);
    }

    private static ValidatableResponse usage(Person person, String query) {
        return get(person, query).statusCode(200);
    }

    private static ValidatableResponse get(Person person, String query) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(person.token())
                .urlEncodingEnabled(false)
                .get("/usage" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
