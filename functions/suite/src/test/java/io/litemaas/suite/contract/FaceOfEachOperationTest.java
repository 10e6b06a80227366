package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.Contract;
import io.litemaas.testing.ContractOperation;
import io.litemaas.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of the contract is visited with what it takes, and with everything that it must refuse. */
@QuarkusTest
@QuarkusTestResource(value = SuiteResource.class, restrictToAnnotatedClass = true)
class FaceOfEachOperationTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Calls calls = new Calls();

    @Inject
    PlatformConfig config;

    @BeforeEach
    void clear() {
        calls.stage().clear();
    }

    static Stream<String> operations() {
        return operationsWhere(operation -> true);
    }

    @Test
    void there_is_a_right_call_of_each() {
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(calls.known());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answers_a_right_call_as_documented(String path) {
        Call call = right(path);

        Response answer = call.send();

        assertThat(calls.contract().successes(call.operation()))
                .as(answer.asString())
                .contains(answer.statusCode());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refuses_each_other_method(String path) {
        Call call = right(path);

        METHODS.stream()
                .filter(method -> !method.equals(call.operation().method()))
                .forEach(method -> {
                    Response answer = call.send(method);
                    assertRefused(answer, 405, "http.method_not_allowed");
                    assertThat(answer.header("Allow"))
                            .isEqualTo(call.operation().method());
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takes_no_event(String path) {
        Response answer = right(path)
                .header("ce-specversion", "1.0")
                .header("ce-type", path)
                .header("ce-id", "1")
                .send();

        assertRefused(answer, 400, "http.event_not_expected");
    }

    static Stream<String> answeredWithJson() {
        return operationsWhere(operation -> !operation.page());
    }

    @ParameterizedTest
    @MethodSource("answeredWithJson")
    void offers_no_other_form(String path) {
        assertRefused(right(path).header("Accept", "text/csv").send(), 406, "http.not_acceptable");
    }

    static Stream<String> changes() {
        return operationsWhere(ContractOperation::changes);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refuses_a_body_that_is_missing_malformed_or_undeclared(String path) {
        Call call = right(path);

        assertRefused(call.sendBody(""), 400, "http.malformed_body");
        for (String body : List.of("{", "nonsense", "{} {}", "\u0000", "{\"a\":1,}", "[1")) {
            assertRefused(call.sendBody(body), 400, "http.malformed_body");
        }
        for (String type : List.of("text/plain", "application/xml", "application/octet-stream", "nonsense")) {
            byte[] body = {'{', '}'};
            assertRefused(
                    call.request().header("Content-Type", type).body(body).post(call.address()),
                    415,
                    "http.unsupported_media_type");
        }
        assertRefused(call.request().formParam("a", "b").post(call.address()), 415, "http.unsupported_media_type");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refuses_a_body_that_is_too_large(String path) {
        boolean bulk = right(path).input().isArray();
        int limit = bulk ? config.limits().bulkBody() : config.limits().body();

        assertRefused(right(path).sendBody("{".repeat(limit + 1)), 413, "http.too_large");
    }

    static Stream<String> objects() {
        return operationsWhere(operation ->
                !Contract.load().input(operation).path("type").asText().equals("array"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void names_each_field_that_is_wrong(String path) {
        Call call = right(path);
        JsonNode schema = calls.contract().input(call.operation());
        SoftAssertions all = new SoftAssertions();

        WrongInput.of(
                        calls.contract(),
                        schema,
                        (ObjectNode) call.input(),
                        !call.operation().changes())
                .forEach(wrong -> {
                    calls.stage().clear();
                    Response answer = fresh(call).with(wrong.input()).send();
                    all.assertThat(answer.statusCode() + " " + answer.asString())
                            .as(wrong.input().toString())
                            .startsWith("422")
                            .contains("{\"field\":\"" + wrong.field());
                });
        all.assertAll();
    }

    static Stream<String> questions() {
        return operationsWhere(operation -> !operation.changes()
                && !Contract.load().input(operation).path("properties").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void takes_no_parameter_twice(String path) {
        Call call = right(path);
        String parameter = calls.contract()
                .input(call.operation())
                .path("properties")
                .fieldNames()
                .next();

        Response answer = call.request().queryParam(parameter, "1", "2").get(call.address());

        assertRefused(answer, 422, "http.invalid_request");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void takes_no_other_kind_of_document(String path) {
        Call call = right(path);

        for (String body : List.of("null", "1", "\"x\"", "true", call.input().isArray() ? "{}" : "[]")) {
            if (call.input().isArray()) {
                assertRefused(call.sendBody(body), 400, "http.malformed_body");
            } else {
                assertRefused(call.sendBody(body), 422, "http.invalid_request");
            }
        }
    }

    static Stream<String> forSomebody() {
        return operationsWhere(ContractOperation::forSomebody);
    }

    @ParameterizedTest
    @MethodSource("forSomebody")
    void asks_who_calls(String path) {
        Response answer = right(path).by("").send();

        assertRefused(answer, 401, "auth.sign_in_required");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    static Stream<String> withSession() {
        return operationsWhere(ContractOperation::session);
    }

    @ParameterizedTest
    @MethodSource("withSession")
    void believes_no_token_that_is_spoilt(String path) throws Exception {
        Call call = right(path);

        Tokens.spoiltOf(calls.somebodyFor(call.operation())).forEach((what, token) -> {
            Response answer = call.by(token).send();
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            assertThat(answer.<String>path("code")).as(what).isEqualTo("auth.session_ended");
        });
    }

    static Stream<String> forAdmins() {
        return operationsWhere(operation -> operation.role().startsWith("admin"));
    }

    @ParameterizedTest
    @MethodSource("forAdmins")
    void refuses_a_role_that_is_too_low(String path) {
        Call call = right(path);

        assertRefused(call.by(Person.user("ulla").token()).send(), 403, "auth.forbidden");
        if (call.operation().role().equals("admin")) {
            Person readOnly = Person.with("rosa", "user", "admin-readonly");
            assertRefused(call.by(readOnly.token()).send(), 403, "auth.forbidden");
        }
    }

    @ParameterizedTest
    @MethodSource("forSomebody")
    void takes_a_service_token_of_its_scope_only(String path) {
        Call call = right(path);
        Person owner = calls.somebodyFor(call.operation());
        String scope = call.operation().scope();

        assertScope(call, calls.stage().serviceToken(owner, "read"), scope.equals("read"));
        assertScope(call, calls.stage().serviceToken(owner, "keys"), !scope.equals("person"));
    }

    static Stream<String> changesBySession() {
        return operationsWhere(operation -> operation.changes() && operation.session());
    }

    @ParameterizedTest
    @MethodSource("changesBySession")
    void takes_no_change_by_a_cookie_alone(String path) {
        Call call = right(path);
        Call byCookie = call.by("").header("Cookie", "lm=" + call.token());

        assertRefused(byCookie.send(), 403, "auth.csrf_header_missing");
        assertThat(byCookie.header("X-LiteMaaS-CSRF", "1").send().statusCode())
                .isIn(calls.contract().successes(call.operation()));
    }

    static Stream<String> creations() {
        return operationsWhere(ContractOperation::idempotencyKey);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void needs_an_idempotency_key_and_makes_one_thing_with_it(String path) {
        Call call = right(path);

        assertRefused(call.without("Idempotency-Key").send(), 400, "http.idempotency_key_required");
        for (String bad : List.of(" ", "k".repeat(201), "caf\u00e9")) {
            assertRefused(call.idempotencyKey(bad).send(), 400, "http.idempotency_key_required");
        }
        Response first = call.send();
        Response again = call.send();
        if (again.statusCode() == 409) {
            assertRefused(again, 409, "tokens.value_not_kept");
        } else {
            assertThat(again.asString()).isEqualTo(first.asString());
        }
        assertRefused(altered(call).send(), 422, "http.idempotency_key_reused");
    }

    /** Another wish, as right as the first. */
    private static Call altered(Call call) {
        return call.input().has("name")
                ? call.with("name", JsonNodeFactory.instance.textNode("another"))
                : call.with("mode", JsonNodeFactory.instance.textNode("block"));
    }

    static Stream<String> withIds() {
        return operationsWhere(
                operation -> operation.changes() && !uuids(operation).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withIds")
    void knows_nothing_that_is_not_there(String path) {
        Call call = right(path);

        for (String field : uuids(call.operation())) {
            JsonNode nothing =
                    JsonNodeFactory.instance.textNode(UUID.randomUUID().toString());
            String answer = fresh(field.equals("id") ? versioned(call) : call)
                    .with(field, nothing)
                    .send()
                    .asString();
            assertThat(answer).containsAnyOf("not_found\"", "{\"field\":\"" + field + "\"");
        }
    }

    /** A thing that has a version is named with it. */
    private static Call versioned(Call call) {
        return Contract.load().input(call.operation()).path("properties").has("version")
                ? call.with("version", JsonNodeFactory.instance.numberNode(1))
                : call;
    }

    static Stream<String> ownThings() {
        return operationsWhere(operation -> operation.changes()
                && operation.role().equals("user")
                && !uuids(operation).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ownThings")
    void shows_nobody_that_a_foreign_thing_is_there(String path) {
        Response answer = right(path).by(Person.user("otto").token()).send();

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
    }

    static Stream<String> versioned() {
        return operationsWhere(operation ->
                Contract.load().input(operation).path("required").toString().contains("\"version\""));
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void refuses_a_version_that_has_moved(String path) {
        Call call = right(path);
        assertMoved(call.with("version", JsonNodeFactory.instance.numberNode(999)));

        calls.stage().moveVersions();

        assertMoved(fresh(call));
    }

    private static void assertMoved(Call call) {
        Response answer = call.send();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.<String>path("code")).matches(".*(version_moved|changed)");
    }

    static Stream<String> rated() {
        return operationsWhere(operation -> operation.rate() != ContractOperation.UNLIMITED);
    }

    @ParameterizedTest
    @MethodSource("rated")
    void says_when_to_come_again_to_who_calls_too_often(String path) {
        Call call = right(path);
        call.send();

        Response answer = refusalOf(call);

        assertRefused(answer, 429, "http.rate_limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void pages_are_asked_for_their_heads_and_functions_are_not() {
        given().head("/").then().statusCode(200).header("Content-Type", "text/html; charset=utf-8");
        given().head("/models/list").then().statusCode(405);
        given().head("/nothing/here").then().statusCode(404);
    }

    /** Once more where a minute ended in between. */
    private Response refusalOf(Call call) {
        calls.stage().useUpTheRates();
        Response answer = call.send();
        if (answer.statusCode() == 429) {
            return answer;
        }
        calls.stage().useUpTheRates();
        return call.send();
    }

    private Call right(String path) {
        return calls.of(Contract.load().operations().stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .orElseThrow());
    }

    /** As another request, so that it is not taken for a repetition. */
    private static Call fresh(Call call) {
        return call.operation().idempotencyKey()
                ? call.idempotencyKey(UUID.randomUUID().toString())
                : call;
    }

    private static void assertScope(Call call, String token, boolean enough) {
        Response answer = fresh(call).by(token).send();
        if (enough) {
            assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403);
        } else {
            assertRefused(answer, 403, "auth.scope_missing");
        }
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static List<String> uuids(ContractOperation operation) {
        return Contract.load().input(operation).path("properties").properties().stream()
                .filter(property -> property.getValue().path("format").asText().equals("uuid"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<String> operationsWhere(java.util.function.Predicate<ContractOperation> wanted) {
        return Contract.load().operations().stream().filter(wanted).map(ContractOperation::path);
    }
}
