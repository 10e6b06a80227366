package io.litemaas.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the checks: a validator that overlooks one of these would make every other test worthless. */
class ContractTest {
    private static final String RIGHT = """
            {"kind":"a","state":"open","count":1,"id":"0190a0b0-0000-7000-8000-000000000000","at":"2026-01-01T00:00:00Z",\
            "tags":["x"],"choice":{"left":1}}""";

    private Contract contract;

    @BeforeEach
    void load() throws IOException {
        contract = new Contract(new YAMLMapper().readTree("""
                openapi: 3.1.0
                x-face-problems:
                  - {where: [json], codes: [http.method_not_allowed]}
                  - {where: [somebody], codes: [auth.sign_in_required]}
                paths:
                  /things:
                    get:
                      x-role: anyone
                      x-problems: [things.gone]
                      security: [{}]
                      responses:
                        '200':
                          content:
                            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                        default:
                          content:
                            application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
                            text/html: {schema: {type: string}}
                components:
                  schemas:
                    Problem: {type: object, required: [code]}
                    Thing:
                      type: object
                      additionalProperties: false
                      required: [kind, state, count, id, at, tags, choice]
                      properties:
                        kind: {const: a}
                        state: {enum: [open, closed]}
                        count: {type: integer}
                        id: {type: string, format: uuid}
                        at: {type: string, format: date-time}
                        tags: {type: array, items: {type: string}}
                        choice:
                          oneOf:
                            - {type: object, required: [left], additionalProperties: false, properties: {left: {type: integer}}}
                            - {type: object, required: [right], additionalProperties: false, properties: {right: {type: integer}}}
                """));
    }

    @Test
    void a_right_answer_passes() {
        assertThat(check(200, "application/json", RIGHT)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong type       | \"count\":1          | \"count\":true",
                "wrong const      | \"kind\":\"a\"       | \"kind\":\"b\"",
                "missing field    | \"count\":1,         | ''",
                "extra field      | \"count\":1          | \"count\":1,\"more\":1",
                "null             | \"count\":1          | \"count\":null",
                "outside the enum | \"state\":\"open\"   | \"state\":\"ajar\"",
                "wrong format     | 2026-01-01T00:00:00Z | yesterday",
                "none of oneOf    | {\"left\":1}         | {\"middle\":1}",
                "wrong array item | [\"x\"]              | [\"x\",2]",
                "number as string | \"count\":1          | \"count\":\"1\"",
                "no uuid          | 0190a0b0-            | zz90a0b0-",
            })
    void a_wrong_answer_is_red(String what, String right, String wrong) {
        assertThat(RIGHT).contains(right);

        assertThat(check(200, "application/json", RIGHT.replace(right, wrong)))
                .as(what)
                .isNotEmpty();
    }

    @Test
    void an_answer_that_is_not_documented_is_red() {
        assertThat(check(204, "", "")).isNotEmpty();
        assertThat(check(200, "text/html", RIGHT)).isNotEmpty();
        assertThat(contract.faults("GET", "/others", 200, "application/json", "{}"))
                .isNotEmpty();
        assertThat(check(404, "application/problem+json", "{}")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1} is red: {2}")
    @CsvSource({
        "404, things.gone, false",
        "405, http.method_not_allowed, false",
        "404, things.other, true",
        "401, auth.sign_in_required, true",
        "500, http.internal, true",
    })
    void a_problem_must_be_one_of_those_that_the_operation_can_have(int status, String code, boolean red) {
        String body = "{\"status\":%d,\"code\":\"%s\"}".formatted(status, code);

        assertThat(check(status, "application/problem+json", body).isEmpty()).isNotEqualTo(red);
        assertThat(check(status + 1, "application/problem+json", body)).isNotEmpty();
    }

    @Test
    void a_page_is_right_where_it_is_documented() {
        assertThat(check(404, "text/html; charset=utf-8", "<p>Gone")).isEmpty();
        assertThat(check(200, "text/html; charset=utf-8", "<p>Gone")).isNotEmpty();
    }

    private java.util.List<String> check(int status, String mediaType, String body) {
        return contract.faults("GET", "/things", status, mediaType, body);
    }
}
