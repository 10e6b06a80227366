package io.litemaas.platform.face;

import static io.litemaas.testing.RawRequest.answerTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.litemaas.operations.sample.NoteMade;
import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a request, and what is answered without reading it. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
class BodiesTest {
    private static final String JSON = "Content-Type: application/json\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"65537", "33554432", "99999999999"})
    void what_is_too_large_by_its_own_account_is_answered_unread(String length) throws IOException {
        assertThat(answerTo("POST /samples/create", JSON + "Content-Length: " + length, ""))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void what_grows_too_large_is_not_read_to_its_end() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

        assertThat(answerTo("POST /samples/create", JSON + "Transfer-Encoding: chunked", chunk.repeat(3)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void a_strangers_event_is_refused_unread() throws IOException {
        assertThat(answerTo("POST /samples/note", JSON + "Content-Length: 1000\r\nce-type: " + NoteMade.TYPE, ""))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/samples/create,application/x-www-form-urlencoded,a=%zz",
        "POST,/samples/create,multipart/form-data; boundary,x",
        "POST,/samples/create,multipart/form-data,x",
        "POST,/nothing/here,Multipart/Form-Data; boundary=b,x",
        "PUT,/samples/create,application/x-www-form-urlencoded,%",
        "GET,/samples/list,application/x-www-form-urlencoded,%",
        "GET,/samples/list,multipart/form-data; boundary=b,x"
    })
    void a_form_is_not_decoded(String method, String path, String type, String body) throws IOException {
        String headers = "Content-Type: " + type + "\r\nContent-Length: " + body.length();

        assertThat(answerTo(method + " " + path, headers, body)).startsWith("HTTP/1.1 415");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/samples/list,application/x-www-form-urlencoded,405",
        "POST,/samples/list,multipart/form-data; boundary,405",
        "GET,/samples/who,multipart/form-data; boundary,200",
        "GET,/samples/who,application/x-www-form-urlencoded,200"
    })
    void an_empty_form_is_nothing(String method, String path, String type, int status) throws IOException {
        String headers = "Content-Length: 0\r\nContent-Type: " + type;

        assertThat(answerTo(method + " " + path, headers, "")).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void who_would_rather_speak_http_2_is_answered_in_http_1() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        List<BodyPublisher> bodies = List.of(
                BodyPublishers.ofString("{}"),
                BodyPublishers.ofString("{}"),
                BodyPublishers.fromPublisher(BodyPublishers.ofString("{}")),
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("x".repeat(70_000).getBytes(StandardCharsets.UTF_8))),
                BodyPublishers.noBody());

        List<String> answers = new ArrayList<>();
        for (BodyPublisher body : bodies) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/samples/touch"))
                    .header("Authorization", "Bearer " + Person.admin("anna").token())
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            answers.add(answer.version() + " " + answer.statusCode());
        }

        assertThat(answers)
                .containsExactly("HTTP_1_1 204", "HTTP_1_1 204", "HTTP_1_1 204", "HTTP_1_1 413", "HTTP_1_1 400");
    }

    @Test
    void a_connection_goes_on_after_a_body_that_was_dropped() {
        Person user = Person.user("ulla");
        for (int i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(user.token())
                    .contentType("application/json")
                    .body("{\"name\":\"" + "x".repeat(3_000_000))
                    .post("/samples/create")
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .header("X-Content-Type-Options", "nosniff")
                    .body("code", equalTo("http.too_large"));
            given().auth().oauth2(user.token()).get("/samples/list").then().statusCode(200);
        }
    }
}
