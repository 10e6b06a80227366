package io.litemaas.suite.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.suite.SuiteResource;
import io.litemaas.testing.ContractFilter;
import io.litemaas.testing.ContractOperation;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call of an operation, right as it stands, of which a test spoils one thing.
 *
 * @param token the caller's, or empty
 * @param input the body, or the query's parameters as if they were one
 */
record Call(ContractOperation operation, String token, JsonNode input, Map<String, String> headers) {
    private static final RestAssuredConfig BY_HAND =
            RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false));
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    Call by(String otherToken) {
        return new Call(operation, otherToken, input, headers);
    }

    Call with(JsonNode other) {
        return new Call(operation, token, other, headers);
    }

    /** The same with one field of its input. */
    Call with(String field, JsonNode value) {
        ObjectNode changed = input.deepCopy();
        return with(changed.set(field, value));
    }

    Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(operation, token, input, more);
    }

    Call idempotencyKey(String value) {
        return header(IDEMPOTENCY_KEY, value);
    }

    Call without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Call(operation, token, input, fewer);
    }

    Response send() {
        return operation.changes() ? sendBody(input.toString()) : send(operation.method());
    }

    /** The input's own method is another, or its body is none. */
    Response send(String method) {
        RequestSpecification request = request();
        if (input.isObject() && !operation.changes()) {
            input.properties()
                    .forEach(field ->
                            request.queryParam(field.getKey(), field.getValue().asText()));
        }
        return request.request(method, address());
    }

    Response sendBody(String body) {
        return request().contentType("application/json").body(body).request(operation.method(), address());
    }

    /** Where it is sent: what the contract leaves open in the path is a secret that the suite is configured with. */
    String address() {
        return "/" + operation.path().replace("{token}", SuiteResource.ALERT_TOKEN);
    }

    /** What is sent whatever the input. */
    RequestSpecification request() {
        RequestSpecification request = given().config(BY_HAND).filter(new ContractFilter());
        Optional.of(token)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> request.auth().oauth2(value));
        headers.forEach(request::header);
        return request;
    }
}
