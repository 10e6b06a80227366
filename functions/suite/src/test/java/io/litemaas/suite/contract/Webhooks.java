package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;

import io.litemaas.testing.Person;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Makes webhooks, of a receiver that nobody finds at home. */
final class Webhooks {
    static final Map<String, Object> NEW =
            Map.of("name", "pager", "url", "https://127.0.0.1:9/hook", "secret", "whsec_" + "B".repeat(40));

    private final Sql sql = TestDatabase.shared().sql();

    String make() {
        return given().auth()
                .oauth2(Person.admin("anna").token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(NEW)
                .post("/alerts/webhooks/create")
                .path("id");
    }

    Map<String, Object> changeOf(String id) {
        Map<String, Object> change = new HashMap<>(NEW);
        change.putAll(Map.of("id", id, "version", 1, "enabled", true));
        return change;
    }

    /** A delivery that was given up. */
    UUID givenUp() {
        UUID id = UUID.randomUUID();
        sql.run("""
                insert into alerts.webhook_delivery
                  (id, webhook_id, message_id, type, body, state, next_at, give_up_at, created_at)
                values (?, cast(? as uuid), ?, 'budget.crossed', '{}', 'failed', now(), now(), now())""", id, make(), id);
        return id;
    }
}
