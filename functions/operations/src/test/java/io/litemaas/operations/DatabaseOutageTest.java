package io.litemaas.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.RoomOverALine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away and comes back: nothing needs a restart, and everybody hears when to try again. */
@QuarkusTest
@TestProfile(DatabaseOutageTest.Anew.class)
class DatabaseOutageTest {

    @Test
    void answers_503_while_the_database_is_away_and_goes_on_when_it_is_back() {
        health().then().statusCode(200);
        RoomOverALine.line().cut();

        await().pollDelay(Duration.ZERO)
                .during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> health().then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("http.database_unavailable")));
        assertThat(Events.tick().statusCode()).isEqualTo(503);

        RoomOverALine.line().mend();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> health().then().statusCode(200));
        Events.tick().then().statusCode(204);
    }

    private static io.restassured.response.Response health() {
        return given().filter(new ContractFilter()).get("/health/integration");
    }

    /** Puts the line in place of what the room's other tests have. */
    public static final class Anew implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RoomOverALine.class, Map.of("rooms", "operations")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
