package io.litemaas.suite;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** LiteLLM's alert comes by its own way to spend's doorbell, and the ring by the broker to the pull. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class AlertRingsTest {
    private final Sql sql = TestDatabase.shared().sql();

    @Test
    void an_alert_of_litellms_has_the_ledger_pulled() {
        sql.run("update spend.ledger_progress set rung_at = null, pulled_until = null, reached = null");
        sql.run("update spend.job_lease set lease_until = now()");

        given().auth()
                .oauth2(SuiteResource.emulator().masterKey())
                .get(SuiteResource.emulator().url() + "/health/services?service=webhook")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> sql.value(
                                "select rung_at is not null and pulled_until is not null from spend.ledger_progress")
                        .equals("t"));
    }
}
