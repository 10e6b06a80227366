package io.litemaas.spend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this room announces is what the schemas of its events promise. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "spend"))
class EventsTest {
    private static final String BOOKED = "io.litemaas.spend.booked.v1";

    private final Sql sql = TestDatabase.shared().sql();
    private final Spender ulla = Spender.named("ulla");

    @BeforeEach
    void a_budget_is_used_up() {
        RestAssured.given()
                .auth()
                .oauth2(Person.admin("ada").token())
                .header("Idempotency-Key", ulla.keyId().toString())
                .contentType("application/json")
                .body("""
                        {"scope":"key","scopeId":"%s","amount":{"amount":"1","currency":"USD"},
                         "period":"month","mode":"block"}""".formatted(ulla.keyId()))
                .post("/budgets/set")
                .then()
                .statusCode(200);
        PushedLog.push(List.of(PushedLog.of(ulla, "1.0000135")));
        String event = sql.value(
                "select id from spend.outbox where type = ? order by created_at desc, id desc limit 1", BOOKED);
        Events.event(event, BOOKED).post("/budgets/sweep").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {BOOKED, "io.litemaas.budget.crossed.v1", "io.litemaas.allowance.changed.v1"})
    void hold_what_their_schema_says(String type) throws IOException {
        Schema schema = schema(type);

        List<String> announced =
                sql.column("select data::text from spend.outbox where type = ? order by created_at desc limit 5", type);

        assertThat(announced)
                .isNotEmpty()
                .allSatisfy(data ->
                        assertThat(schema.validate(data, InputFormat.JSON)).isEmpty());
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema(String type) throws IOException {
        try (InputStream file = EventsTest.class.getResourceAsStream(
                "/io/litemaas/schema/events/" + type.substring("io.litemaas.".length()) + ".json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
