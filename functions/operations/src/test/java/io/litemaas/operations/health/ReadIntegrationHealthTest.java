package io.litemaas.operations.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations"))
class ReadIntegrationHealthTest {

    @BeforeEach
    void nobodyHasCalledYet() {
        TestDatabase.shared().sql().run("delete from platform.integration_health");
    }

    @Test
    void knows_nothing_before_anybody_called() {
        read(Optional.empty()).statusCode(200).body("status", equalTo("unknown"));
    }

    @Test
    void is_available_while_all_calls_go_out() {
        seen("", "closed");
        seen("access-1", "closed");

        read(Optional.empty()).body("status", equalTo("available"));
    }

    @Test
    void is_unavailable_while_the_fleet_makes_no_call() {
        seen("", "open");
        seen("access-1", "closed");

        read(Optional.empty()).body("status", equalTo("unavailable"));
    }

    @Test
    void is_degraded_while_one_process_cannot_reach_it() {
        seen("", "closed");
        seen("access-1", "open");

        read(Optional.empty()).body("status", equalTo("degraded"));
    }

    @Test
    void forgets_what_a_process_saw_that_died_meanwhile() {
        seen("", "closed");
        seen("access-1", "open");
        TestDatabase.shared().sql().run("""
                update platform.integration_health set open_until = now() - interval '6 minutes' where instance = 'access-1'
                """);

        read(Optional.empty()).body("status", equalTo("available"));
    }

    @Test
    void tells_what_each_process_saw_to_admins_only() {
        seen("", "open");

        read(Optional.of(Person.with("rita", "user", "admin-readonly")))
                .body("observations", hasSize(1))
                .body("observations[0].state", equalTo("open"))
                .body("observations[0].room", equalTo("operations"))
                .body("observations[0].cause", equalTo("timeout"));
        read(Optional.of(Person.user("ulla"))).body("observations", nullValue());
        read(Optional.empty()).body("observations", nullValue());
    }

    private static ValidatableResponse read(Optional<Person> person) {
        return given().filter(new ContractFilter())
                .headers(person.map(p -> java.util.Map.of("Authorization", "Bearer " + p.token()))
                        .orElse(java.util.Map.of()))
                .get("/health/integration")
                .then();
    }

    private static void seen(String instance, String state) {
        TestDatabase.shared().sql().run("""
                insert into platform.integration_health
                  (integration, instance, room, state, changed_at, seen_at, open_until, cause)
                values ('litellm', ?, 'operations', ?, now(), now(),
                        case when ? = 'closed' then null else now() + interval '30 seconds' end,
                        case when ? = 'closed' then null else 'timeout' end)
                """, instance, state, state, state);
    }
}
