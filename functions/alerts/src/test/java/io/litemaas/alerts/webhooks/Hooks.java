package io.litemaas.alerts.webhooks;

import static io.restassured.RestAssured.given;

import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What the tests of webhooks do over the API. */
final class Hooks {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Sql SQL = TestDatabase.shared().sql();

    private Hooks() {}

    /** Webhooks of other tests would get this one's messages too, and a lease of a later time would hold the job. */
    static void forgetAll() {
        SQL.run("delete from alerts.webhook");
        SQL.run("delete from alerts.job_lease");
    }

    static RequestSpecification as(Person person) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(person.token())
                .contentType("application/json");
    }

    static ValidatableResponse create(Person admin, String url) {
        return create(admin, url, SECRET, UUID.randomUUID().toString());
    }

    static ValidatableResponse create(Person admin, String url, String secret, String key) {
        String body = "{\"name\":\"pager\",\"url\":\"" + url + "\",\"secret\":\"" + secret + "\"}";
        return as(admin)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/alerts/webhooks/create")
                .then();
    }

    static String created(Person admin, String url) {
        return create(admin, url).statusCode(200).extract().path("id");
    }

    static ValidatableResponse change(Person admin, String id, int version, String url, boolean enabled, String more) {
        return as(admin)
                .body("{\"id\":\"" + id + "\",\"version\":" + version + ",\"name\":\"pager\",\"url\":\"" + url
                        + "\",\"enabled\":" + enabled + more + "}")
                .post("/alerts/webhooks/change")
                .then();
    }

    static ValidatableResponse deliveries(Person admin, String webhook) {
        return as(admin)
                .get("/alerts/deliveries/list?webhookId=" + webhook)
                .then()
                .statusCode(200);
    }

    static void runJob() {
        Events.runJob("alerts", "alerts.deliver-webhooks");
    }
}
