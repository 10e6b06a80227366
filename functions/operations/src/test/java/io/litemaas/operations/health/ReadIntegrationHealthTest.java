package io.litemaas.operations.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations"))
class ReadIntegrationHealthTest {
    private final Sql sql = TestDatabase.shared().sql();

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
    void is_unavailable_while_litellm_refuses_our_key_and_tells_admins_so() {
        seen("", "open");
        because("credential");

        read(Optional.empty()).body("status", equalTo("unavailable")).body("observations", nullValue());
        read(reader()).body("observations[0].cause", equalTo("credential"));
    }

    @Test
    void is_degraded_while_litellm_wants_to_be_asked_later() {
        seen("", "open");
        because("throttled");

        read(Optional.empty()).body("status", equalTo("degraded"));
    }

    @Test
    void is_degraded_while_a_room_with_a_key_of_its_own_is_refused() {
        seen("", "closed");
        seen("spend", "open");

        read(Optional.empty()).body("status", equalTo("degraded"));
    }

    @Test
    void is_not_known_when_nobody_has_heard_of_it_for_half_an_hour() {
        seen("", "closed");
        sql.run("update platform.integration_health set seen_at = now() - interval '31 minutes'");

        read(Optional.empty()).body("status", equalTo("unknown")).body("seenAt", notNullValue());
    }

    @Test
    void says_nothing_of_failures_that_are_only_counted() {
        seen("", "closed");
        sql.run("update platform.integration_health set seen_at = 'epoch', failures = 1");

        read(reader())
                .body("status", equalTo("unknown"))
                .body("seenAt", nullValue())
                .body("observations", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"1.110.2, proven", "1.111.0, unproven", ", unknown"})
    void tells_admins_which_litellm_it_is_beside_those_that_were_proven(String found, String state) {
        seen("", "closed");
        sql.run("update platform.integration_health set version = ?, proven = '{1.108.7,1.110.2}'", found);

        read(reader())
                .body("version.state", equalTo(state))
                .body("version.found", equalTo(found))
                .body("version.proven", contains("1.108.7", "1.110.2"));
        read(Optional.empty()).body("version", nullValue());
    }

    @Test
    void does_not_know_the_version_before_anybody_asked_for_it() {
        read(reader()).body("version.state", equalTo("unknown")).body("version.proven", hasSize(0));
    }

    @Test
    void tells_admins_how_much_litellm_refuses() {
        sql.run("delete from access.conflict");
        sql.run("""
                insert into access.conflict (id, kind, object, detail, found_at)
                values (gen_random_uuid(), 'refused', 'models', '{}', now())""");
        try {
            read(reader()).body("refusals", equalTo(1)).body("logRefused", equalTo(false));
            read(Optional.empty()).body("refusals", nullValue());
        } finally {
            sql.run("delete from access.conflict");
        }
    }

    @Test
    void tells_admins_of_a_log_that_is_refused_which_is_no_conflict() {
        sql.run("delete from access.conflict");
        sql.run("update spend.ledger_progress set refused_at = now()");
        try {
            read(reader()).body("refusals", equalTo(0)).body("logRefused", equalTo(true));
            read(Optional.empty()).body("logRefused", nullValue());
        } finally {
            sql.run("update spend.ledger_progress set refused_at = null");
        }
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

    private static Optional<Person> reader() {
        return Optional.of(Person.with("rita", "user", "admin-readonly"));
    }

    private void because(String cause) {
        sql.run("update platform.integration_health set cause = ?", cause);
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
