package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.spend.Recordings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushedLogsReaderTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void reads_what_litellm_pushes() throws JsonProcessingException {
        Batch batch = read(Recordings.pushed("webhook-001-logs-batch1").toString());

        assertThat(batch.unbookable()).isEmpty();
        LoggedRequest request = batch.requests().get(0);
        assertThat(request.cost()).isEqualTo(new BigDecimal("0.0000132"));
        assertThat(request.identity().startedAt()).isEqualTo(Instant.parse("2026-11-24T18:20:15.885Z"));
        assertThat(request.model()).isEqualTo("gpt-4o-mini");
        assertThat(request.promptTokens()).isEqualTo(8);
        assertThat(request.completionTokens()).isEqualTo(20);
        assertThat(request.successful()).isTrue();
    }

    @Test
    void reads_refused_calls_as_such() throws JsonProcessingException {
        assertThat(read(Recordings.pushed("webhook-015-logs-batch5").toString()).requests())
                .extracting(LoggedRequest::successful)
                .containsExactly(false, false, false, false, true);
    }

    @Test
    void keeps_all_digits_of_a_cost() throws JsonProcessingException {
        String body = Recordings.pushed("webhook-001-logs-batch1").toString();

        Batch batch = read(body.replaceFirst("\"response_cost\":[^,]*", "\"response_cost\":0.00042239999999999990001"));

        assertThat(batch.requests().get(0).cost()).isEqualTo(new BigDecimal("0.00042239999999999990001"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "response_cost | NaN | response_cost has the wrong type",
                "response_cost | \"0.1\" | response_cost has the wrong type",
                "response_cost | null | response_cost is missing",
                "response_cost | 1e-999999 | response_cost has the wrong type",
                "startTime | \"2026-11-24\" | startTime has the wrong type",
                "startTime | 1e20 | startTime is out of range",
                "prompt_tokens | 1.5 | prompt_tokens is no count",
                "prompt_tokens | 1e30 | prompt_tokens is no count",
                "litellm_call_id | {\"a\":[1]} | litellm_call_id has the wrong type",
                "status | null | status is missing"
            })
    void sets_a_malformed_row_aside_and_reads_the_others(String field, String value, String reason)
            throws JsonProcessingException {
        ArrayNode rows = (ArrayNode) Recordings.pushed("webhook-005-logs-batch4");
        ((ObjectNode) rows.get(1)).put(field, "@");

        Batch batch = read(rows.toString().replace("\"@\"", value));

        assertThat(batch.requests()).hasSize(3);
        assertThat(batch.unbookable()).extracting(UnbookableRow::reason).containsExactly(reason);
    }

    @Test
    void sets_rows_that_are_no_objects_aside() throws JsonProcessingException {
        Batch batch = read("[1, null, [[{}]], \"x\", {}]");

        assertThat(batch.requests()).isEmpty();
        assertThat(batch.unbookable()).extracting(UnbookableRow::reason).containsOnly("not an object", "id is missing");
        assertThat(batch.unbookable()).hasSize(5);
    }

    @Test
    void never_holds_what_was_said() throws JsonProcessingException {
        ArrayNode rows = (ArrayNode) Recordings.pushed("webhook-001-logs-batch1");
        assertThat(rows.toString()).contains("wh@example.org", "\"content\":\"hi\"");
        ((ObjectNode) rows.get(0)).put("status", 7);

        Batch batch = read(rows.toString());

        assertThat(batch.toString()).doesNotContain("example.org", "hello", "content", "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "null", "[{}", "[{\"id\":}]", "[1,]"})
    void refuses_what_is_no_array(String body) {
        assertThatThrownBy(() -> {
                    if (read(body) == null) {
                        throw new AssertionError();
                    }
                })
                .isInstanceOf(Exception.class);
    }

    @Test
    void refuses_more_rows_than_anybody_pushes() {
        String body = "[" + String.join(",", List.of("1".repeat(10_001).split(""))) + "]";

        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
    }

    private Batch read(String body) throws JsonProcessingException {
        return mapper.readValue(body, PushedLogs.class).batch();
    }
}
