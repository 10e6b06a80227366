package io.litemaas.platform.face;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.litemaas.testing.Person;
import io.litemaas.testing.RoomResource;
import io.litemaas.testing.SigningKeys;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every function gets from the face without saying more than its declaration. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
class FaceTest {
    private static final String BODY =
            "{\"name\":\"n\",\"price\":{\"amount\":\"1.50\",\"currency\":\"USD\"},\"count\":1}";

    private Person user;

    @BeforeEach
    void signIn() {
        user = Person.user("ulla");
    }

    @Test
    void lets_a_signed_in_user_read() {
        as(user).get("/samples/list?limit=7")
                .then()
                .statusCode(200)
                .body("[0]", equalTo("ulla"))
                .body("[1]", equalTo("7"));
    }

    @Test
    void reads_and_writes_money_exactly() {
        as(user).header("Idempotency-Key", fresh())
                .body(BODY.replace("1.50", "0.10000000000000000000000001"))
                .post("/samples/create")
                .then()
                .statusCode(200)
                .body("price.amount", equalTo("0.10000000000000000000000001"));
    }

    @Test
    void runs_in_the_database_as_the_rooms_role() {
        given().get("/samples/who").then().statusCode(200).body(equalTo("\"litemaas_operations\""));
    }

    @Test
    void answers_a_redirect_where_a_function_asks_for_one() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/samples/away")
                .then()
                .statusCode(303)
                .header("Location", "/elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/samples/list,GET",
        "GET,/samples/create,POST",
        "PUT,/samples/create,POST",
        "DELETE,/samples/list,GET"
    })
    void refuses_another_method_and_names_the_right_one(String method, String path, String allow) {
        as(user).request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", allow)
                .body("code", equalTo("http.method_not_allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/samples", "/samples/list/more", "/samples/note"})
    void knows_no_other_path(String path) {
        as(user).get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("http.not_found"));
        as(user).body("{}").post(path).then().statusCode(404).body("code", equalTo("http.not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{\"name\":\"a\",\"name\":\"b\"}", "{} {}"})
    void refuses_a_body_that_is_no_json(String body) {
        create(body).then().statusCode(400).body("code", equalTo("http.malformed_body"));
    }

    @Test
    void refuses_an_empty_body() {
        as(user).header("Idempotency-Key", fresh())
                .post("/samples/create")
                .then()
                .statusCode(400)
                .body("code", equalTo("http.malformed_body"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":1,\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}|name",
                "{\"name\":\"n\",\"price\":{\"amount\":1.5,\"currency\":\"USD\"},\"count\":1}|price.amount",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1e9\",\"currency\":\"USD\"},\"count\":1}|price",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"XXQ\"},\"count\":1}|price",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":\"1\"}|count",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1.5}|count",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":0}|count",
                "{\"name\":\"a\\u0000b\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}|name",
                "{\"name\":\"a\\ud800b\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}|name",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1,\"until\":1800000000}|until",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1,\"until\":1e99}|until",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1,\"until\":\"+300000-01-01T00:00:00Z\"}|until",
                "{\"name\":\" \",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}|name",
                "{\"name\":\"n\",\"count\":1}|price",
                "{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1,\"admin\":true}|admin",
                "{\"NAME\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"},\"count\":1}|NAME",
            })
    void names_the_field_that_is_wrong(String body, String field) {
        create(body)
                .then()
                .statusCode(422)
                .body("code", equalTo("http.invalid_request"))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=x", "limit=0", "limit=101", "page=2", "limit=1&limit=2", "limit="})
    void refuses_a_query_that_the_function_does_not_take(String query) {
        as(user).get("/samples/list?" + query).then().statusCode(422).body("code", equalTo("http.invalid_request"));
    }

    @Test
    void refuses_what_is_no_json_by_its_media_type() {
        as(user).contentType("text/plain")
                .header("Idempotency-Key", fresh())
                .body(BODY)
                .post("/samples/create")
                .then()
                .statusCode(415);
        as(user).accept("text/html").get("/samples/list").then().statusCode(406);
    }

    @Test
    void refuses_who_has_not_signed_in() {
        given().get("/samples/list")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("auth.sign_in_required"));
    }

    @Test
    void refuses_a_token_that_is_forged_foreign_or_over() throws Exception {
        String[] payloadOf = user.token().split("\\.", -1);
        assertRefused(Person.token(claims(c -> c.setIssuer("somebody"))));
        assertRefused(Person.token(claims(c -> c.setAudience("somebody"))));
        assertRefused(Person.token(claims(c -> c.setExpirationTime(NumericDate.fromSeconds(1)))));
        assertRefused(Person.token(claims(c -> c.setClaim("epoch", 2))));
        assertRefused(Person.token(claims(c -> c.unsetClaim("epoch"))));
        assertRefused(Person.token(claims(c -> c.setSubject(UUID.randomUUID().toString()))));
        assertRefused(Person.token(claims(c -> c.setSubject("not-an-id"))));
        assertRefused("eyJhbGciOiJub25lIn0." + payloadOf[1] + ".");
        assertRefused(payloadOf[0] + "." + payloadOf[1] + ".AAAA");
        assertRefused(signedWithThePublicKeyAsSecret());
        assertRefused("lmt_unknown");
        assertRefused("");
    }

    @Test
    void refuses_a_token_of_an_epoch_that_is_over_on_the_next_call() {
        as(user).get("/samples/list").then().statusCode(200);

        TestDatabase.shared().sql().run("update identity.person set epoch = 2 where id = ?", user.id());

        as(user).get("/samples/list").then().statusCode(401).body("code", equalTo("auth.session_ended"));
    }

    @Test
    void refuses_a_disabled_user_on_the_next_call() {
        TestDatabase.shared().sql().run("update identity.person set disabled_at = now() where id = ?", user.id());

        as(user).get("/samples/list").then().statusCode(401);
    }

    @Test
    void refuses_a_role_that_does_not_cover_the_needed_one() {
        as(user).body("{}").post("/samples/touch").then().statusCode(403).body("code", equalTo("auth.forbidden"));
        as(Person.with("rita", "user", "admin-readonly"))
                .body("{}")
                .post("/samples/touch")
                .then()
                .statusCode(403);
        as(Person.admin("anna")).body("{}").post("/samples/touch").then().statusCode(204);
    }

    @Test
    void takes_no_field_where_a_function_takes_no_input() {
        as(Person.admin("anna")).body("{\"x\":1}").post("/samples/touch").then().statusCode(422);
    }

    @Test
    void lets_a_service_token_do_what_its_scope_covers() {
        given().auth()
                .oauth2(ServiceTokens.of(user, "read"))
                .get("/samples/list")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(ServiceTokens.of(user, "read"))
                .contentType("application/json")
                .header("Idempotency-Key", fresh())
                .body(BODY)
                .post("/samples/create")
                .then()
                .statusCode(403)
                .body("code", equalTo("auth.scope_missing"));
        given().auth()
                .oauth2(ServiceTokens.of(user, "keys"))
                .contentType("application/json")
                .header("Idempotency-Key", fresh())
                .body(BODY)
                .post("/samples/create")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(ServiceTokens.of(Person.admin("anna"), "keys"))
                .contentType("application/json")
                .body("{}")
                .post("/samples/touch")
                .then()
                .statusCode(403);
    }

    @Test
    void refuses_an_expired_service_token() {
        given().auth()
                .oauth2(ServiceTokens.expired(user))
                .get("/samples/list")
                .then()
                .statusCode(401);
    }

    @Test
    void wants_a_header_that_no_foreign_page_can_send_where_a_cookie_is_the_credential() {
        RequestSpecification byCookie = given().cookie("lm", user.token())
                .contentType("application/json")
                .header("Idempotency-Key", fresh())
                .body(BODY);
        byCookie.post("/samples/create").then().statusCode(403).body("code", equalTo("auth.csrf_header_missing"));
        byCookie.header("X-LiteMaaS-CSRF", "1").post("/samples/create").then().statusCode(200);
        given().cookie("lm", user.token()).get("/samples/list").then().statusCode(200);
    }

    @Test
    void does_not_look_at_the_access_token_where_a_function_has_a_credential_of_its_own() {
        RequestSpecification dead =
                given().cookie("lm", "dead").contentType("application/json").body("{}");
        dead.post("/samples/own-credential").then().statusCode(403).body("code", equalTo("auth.csrf_header_missing"));
        dead.header("X-LiteMaaS-CSRF", "1")
                .post("/samples/own-credential")
                .then()
                .statusCode(204);
    }

    @Test
    void takes_the_token_that_was_signed_with_a_key_of_the_kind_that_earlier_versions_made() {
        given().auth()
                .oauth2(Person.formerToken(Person.claims(user.id())))
                .get("/samples/list")
                .then()
                .statusCode(200);
    }

    @Test
    void knows_the_session_that_a_token_names() throws Exception {
        org.jose4j.jwt.JwtClaims claims = Person.claims(user.id());
        String session = UUID.randomUUID().toString();
        given().auth()
                .oauth2(Person.token(claims))
                .get("/samples/session")
                .then()
                .body(equalTo("\"none\""));

        claims.setClaim("sid", session);
        given().auth()
                .oauth2(Person.token(claims))
                .get("/samples/session")
                .then()
                .body(equalTo("\"" + session + "\""));

        claims.setClaim("sid", "no id");
        given().auth()
                .oauth2(Person.token(claims))
                .get("/samples/session")
                .then()
                .statusCode(401);
    }

    @Test
    void shows_a_problem_as_a_page_to_a_browser_that_navigates() {
        given().accept("text/html,*/*;q=0.8")
                .get("/samples/lost")
                .then()
                .statusCode(409)
                .contentType("text/html; charset=utf-8")
                .body(containsString("By &lt;somebody&gt; &amp; &quot;others&quot;."))
                .body(containsString("href=\"/auth/login\""));
        given().get("/samples/lost").then().statusCode(409).contentType("application/problem+json");
        given().accept("text/html, application/json")
                .get("/samples/list")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void keeps_a_failure_to_itself() {
        given().header("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
                .get("/samples/fail")
                .then()
                .statusCode(500)
                .body("traceId", equalTo("0123456789abcdef0123456789abcdef"))
                .body("detail", not(matchesPattern(".*(sk-lm|Exception|broke).*")));
    }

    @Test
    void sends_headers_that_make_an_answer_harmless_as_a_page() {
        as(user).get("/samples/list")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private io.restassured.response.Response create(String body) {
        return as(user).header("Idempotency-Key", fresh()).body(body).post("/samples/create");
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token()).contentType("application/json");
    }

    private static void assertRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/samples/list")
                .then()
                .statusCode(401);
    }

    private JwtClaims claims(java.util.function.Consumer<JwtClaims> spoil) {
        JwtClaims claims = Person.claims(user.id());
        spoil.accept(claims);
        return claims;
    }

    private String signedWithThePublicKeyAsSecret() throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(Person.claims(user.id()).toJson());
        signature.setKey(new HmacKey(SigningKeys.publicKeys().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        signature.setKeyIdHeaderValue("tests");
        signature.setAlgorithmHeaderValue("HS256");
        return signature.getCompactSerialization();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
