package io.litemaas.platform.face;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.litemaas.testing.TraceReceiver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths whose last segment is a secret. */
@QuarkusTest
@QuarkusTestResource(
        value = RoomResource.class,
        initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SecretSegmentsTest.Written.class, restrictToAnnotatedClass = true)
class SecretSegmentsTest {
    private static final String TOKEN = "T0ken-of-the-bell_0123456789";
    private static final String WRONG = "Wr0ng-token-that-is-secret-too";
    private static final Path LOG = Path.of("target/secret-segments.log");

    @Inject
    MeterRegistry meters;

    private final Sql sql = TestDatabase.shared().sql();

    @Test
    void runs_for_who_knows_the_segment() {
        post("/samples/bell/" + TOKEN, "{\"who\":\"LiteLLM\"}").statusCode(200).body(containsString("rung by LiteLLM"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/samples/bell/" + WRONG,
                "/samples/bell/" + TOKEN + "x",
                "/samples/bell/" + TOKEN + "/",
                "/samples/bell/" + TOKEN + "/more",
                "/samples/bell/t0ken-of-the-bell_0123456789",
                "/samples/bell/",
                "/samples/bell",
                "/samples/bell-without-token",
                "/samples/bell-without-token/",
                "/samples/bell-without-token/samples.nobody-sets-this"
            })
    void is_not_there_for_anybody_else(String path) {
        sql.run("delete from platform.rate_limit");

        ValidatableResponse wrong = post(path, "{}");

        wrong.statusCode(404)
                .body("code", equalTo("http.not_found"))
                .body("detail", equalTo("There is nothing at this path."))
                .body(not(containsString(WRONG)));
        assertThat(sql.value("select count(*) from platform.rate_limit")).isEqualTo("0");
        given().get(path).then().statusCode(404);
    }

    @Test
    void is_checked_like_any_other_with_the_segment() {
        given().get("/samples/bell/" + TOKEN).then().statusCode(405).header("Allow", "POST");
        post("/samples/bell/" + TOKEN, "{").statusCode(400).body("code", equalTo("http.malformed_body"));
        post("/samples/bell/" + TOKEN, "[]").statusCode(422);
        post("/samples/bell/" + TOKEN, "{\"a\":\"" + "x".repeat(70_000) + "\"}").statusCode(413);
        given().header("ce-specversion", "1.0")
                .header("ce-type", "samples/bell")
                .header("ce-id", "1")
                .header("ce-source", "/x")
                .contentType("application/json")
                .body("{}")
                .post("/samples/bell/" + TOKEN)
                .then()
                .statusCode(400)
                .body("code", equalTo("http.event_not_expected"));
    }

    @Test
    void is_in_no_log_trace_or_meter_right_or_wrong() throws IOException {
        post("/samples/bell/" + TOKEN, "{}").statusCode(200);
        post("/samples/bell/" + WRONG, "{}").statusCode(404);
        String failed = post("/samples/broken-bell/" + TOKEN, "{}")
                .statusCode(500)
                .body(not(containsString(TOKEN)))
                .extract()
                .path("traceId");
        given().get("/samples/who").then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TraceReceiver.received().contains("/samples/who"));
        assertThat(TraceReceiver.received())
                .contains("/samples/bell/[redacted]")
                .doesNotContain(TOKEN)
                .doesNotContain(WRONG);
        await().untilAsserted(() -> assertThat(Files.readString(LOG)).contains("GET /samples/who HTTP/1.1"));
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getTags().toString())
                .anyMatch(tags -> tags.contains("samples/who"))
                .noneMatch(tags -> tags.contains(TOKEN) || tags.contains(WRONG));
        assertThat(Files.readString(LOG))
                .contains("POST /samples/broken-bell failed (trace " + failed)
                .contains("POST /samples/bell HTTP/1.1")
                .contains("samples/bell ok in")
                .doesNotContain(TOKEN)
                .doesNotContain(WRONG);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    /** Has all that is logged written to a file, every access too. */
    public static final class Written implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Files.deleteIfExists(LOG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "samples.bell-token", TOKEN,
                    "quarkus.http.access-log.enabled", "true",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString(),
                    "quarkus.log.category.\"io.litemaas.calls\".level", "INFO");
        }

        @Override
        public void stop() {
            // the file is read by the test
        }
    }
}
