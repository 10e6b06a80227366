package io.litemaas.platform.face;

import static io.litemaas.testing.Events.event;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.operations.sample.NoteMade;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a room takes events, what people call does not exist: nobody checks there who is asking. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
@QuarkusTestResource(value = InternalFaceTest.Internal.class, restrictToAnnotatedClass = true)
class InternalFaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/samples/who", "/samples/list", "/samples/note"})
    void runs_no_function_that_people_call(String path) {
        given().get(path).then().statusCode(404).body("code", equalTo("http.not_found"));
        given().auth().oauth2(Person.admin("anna").token()).get(path).then().statusCode(404);
        given().contentType("application/json").body("{}").post(path).then().statusCode(404);
    }

    @Test
    void takes_events_without_the_suites_secret() {
        event(UUID.randomUUID().toString(), NoteMade.TYPE)
                .header("X-LiteMaaS-Relay", "")
                .post("/samples/note")
                .then()
                .statusCode(204);
    }

    /** Makes the process the room's internal kind. */
    public static final class Internal implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("litemaas.expose", "internal");
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
