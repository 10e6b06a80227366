package io.litemaas.platform.face;

import static io.litemaas.testing.Events.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.operations.sample.NoteMade;
import io.litemaas.testing.Events;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where people call a room, no event is taken, whoever sends it, and no handler of events exists. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
@QuarkusTestResource(value = PublicFaceTest.Public.class, restrictToAnnotatedClass = true)
class PublicFaceTest {

    @Test
    void takes_no_event_with_or_without_the_suites_secret() {
        String genuine = Events.announced("operations", NoteMade.TYPE, "subject");
        event(genuine, NoteMade.TYPE)
                .post("/samples/note")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.event_not_expected"));
        given().header("ce-id", UUID.randomUUID().toString())
                .header("ce-type", NoteMade.TYPE)
                .header("ce-source", "urn:litemaas:operations")
                .header("ce-specversion", "1.0")
                .contentType("application/json")
                .body("{}")
                .post("/samples/note")
                .then()
                .statusCode(400);
        given().contentType("application/cloudevents+json")
                .body("{\"type\":\"" + NoteMade.TYPE + "\"}")
                .post("/")
                .then()
                .statusCode(400);

        assertThat(TestDatabase.shared()
                        .sql()
                        .value("select count(*) from operations.inbox where event_id = cast(? as uuid)", genuine))
                .isEqualTo("0");
    }

    @Test
    void has_no_handler_for_who_calls_one_like_a_function() {
        given().contentType("application/json")
                .body("{}")
                .post("/samples/note")
                .then()
                .statusCode(404);
        given().get("/samples/note").then().statusCode(404);
    }

    @Test
    void takes_the_calls_of_people() {
        given().auth()
                .oauth2(Person.user("ulla").token())
                .get("/samples/list")
                .then()
                .statusCode(200);
    }

    /** Makes the process the room's public kind. */
    public static final class Public implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("litemaas.expose", "public");
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public void stop() {
            // nothing was started
        }
    }
}
