package io.litemaas.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.litemaas.access.AccessTest;
import io.litemaas.access.LiteLlmResource;
import io.litemaas.emulator.litellm.Fault;
import io.litemaas.emulator.litellm.FaultKind;
import io.litemaas.testing.RoomOverALine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away between LiteLLM's generate and our second transaction. */
@QuarkusTest
@TestProfile(IssueWithoutDatabaseTest.Anew.class)
class IssueWithoutDatabaseTest extends AccessTest {

    @Test
    void the_same_request_gives_one_key_once_the_database_is_back() {
        String subscription = subscription(user, "gpt-4o-mini");
        String header = fresh();
        emulator()
                .faults()
                .add(Fault.of(FaultKind.HOLD_AFTER).on("/key/generate").forNext(1));
        CompletableFuture<Response> issuing = CompletableFuture.supplyAsync(() -> issue(user, subscription, header));
        await().until(() -> !emulator().faults().held().isEmpty());
        RoomOverALine.line().cut();
        emulator().faults().release();

        refuses(issuing.join());
        await().pollDelay(Duration.ZERO)
                .during(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> refuses(issue(user, subscription, header)));
        RoomOverALine.line().mend();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> issue(user, subscription, header).then().statusCode(200));
        String value = issue(user, subscription, header).path("value");
        assertThat(chat(value)).isEqualTo(200);
        assertThat(emulator().keys())
                .filteredOn(key -> key.userId().equals(user.id().toString()))
                .hasSize(1);
        as(user).get("/keys/list").then().body("items", hasSize(1));
        post(admin, "/keys/reconcile", Map.of()).then().statusCode(200).body("outcome", equalTo("done"));
        as(admin).get("/keys/conflicts").then().body("items", hasSize(0));
    }

    private static void refuses(Response response) {
        response.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("http.database_unavailable"));
    }

    /** Puts the line in place of what the room's other tests have. */
    public static final class Anew implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(RoomOverALine.class, Map.of("rooms", "access")),
                    new TestResourceEntry(LiteLlmResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
