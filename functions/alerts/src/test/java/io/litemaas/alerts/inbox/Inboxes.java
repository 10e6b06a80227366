package io.litemaas.alerts.inbox;

import static io.restassured.RestAssured.given;

import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.Person;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What people find in their inboxes. */
final class Inboxes {

    private Inboxes() {}

    static RequestSpecification inboxAs(Person person) {
        return given().filter(new ContractFilter()).auth().oauth2(person.token());
    }

    /** The first page of a person's messages. */
    static ValidatableResponse inbox(Person person) {
        return inbox(person, "");
    }

    static ValidatableResponse inbox(Person person, String query) {
        return inboxAs(person).get("/inbox/list" + query).then().statusCode(200);
    }
}
