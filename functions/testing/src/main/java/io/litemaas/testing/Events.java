package io.litemaas.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Posts events to handlers as a broker does. */
public final class Events {
    /** What the relay of a suite under test proves itself with. */
    public static final String RELAY_SECRET = "relay-of-the-tests";

    /** The data of an event that a test announces in a room's place; what a handler needs, it reads from tables. */
    static final String MADE_BY_A_TEST = "{\"madeBy\": \"test\"}";

    private static final String JOB_DUE = "io.litemaas.job.due.v1";

    private Events() {}

    /** A well-formed event that a test may spoil before it posts it. */
    public static RequestSpecification event(String id, String type) {
        return RestAssured.given()
                .header("X-LiteMaaS-Relay", RELAY_SECRET)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/tests")
                .header("ce-type", type)
                .contentType("application/json")
                .body("{}");
    }

    /** The tick that a PingSource sends. */
    public static Response tick() {
        return event(UUID.randomUUID().toString(), "dev.knative.sources.ping").post("/jobs/run-due");
    }

    /** Writes an event into a room's outbox as that room would, and returns its id. */
    public static String announced(String room, String type, String subject) {
        return insert(room, type, subject, null);
    }

    /** Has a room run one of its jobs, as operations would. */
    public static void runJob(String room, String job) {
        event(jobDue(job), JOB_DUE)
                .header("ce-job", job)
                .post("/" + room + "/run-job")
                .then()
                .statusCode(204);
    }

    /** Announces that a job is due, and returns the event's id. */
    public static String jobDue(String job) {
        return insert("operations", JOB_DUE, job, job);
    }

    private static String insert(String room, String type, String subject, String job) {
        String id = UUID.randomUUID().toString();
        TestDatabase.shared().sql().run("insert into " + room + """
                .outbox (id, type, subject, job, data, created_at, next_attempt_at, posted_at)
                values (cast(? as uuid), ?, ?, ?, cast(? as jsonb), now(), now(), now())""", id, type, subject, job, MADE_BY_A_TEST);
        return id;
    }
}
