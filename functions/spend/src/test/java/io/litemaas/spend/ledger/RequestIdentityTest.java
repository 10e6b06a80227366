package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.spend.Recordings;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On recordings of the real LiteLLM. */
class RequestIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "webhook-043-logs-cache-and-call-id, 489-spend-logs-v2-cache-and-call-id, /data",
        "webhook-039-logs-batch3, 455-reset-spend-logs-key, ''"
    })
    void is_the_same_for_the_pushed_and_the_pulled_form_of_a_request(String pushed, String pulled, String rows)
            throws IOException {
        List<UUID> ofPushed = pushedIdentities(pushed);

        List<UUID> ofPulled = StreamSupport.stream(
                        Recordings.answered(pulled).at(rows).spliterator(), false)
                .map(RequestIdentityTest::pulled)
                .filter(ofPushed::contains)
                .toList();

        assertThat(ofPulled).containsExactlyInAnyOrderElementsOf(ofPushed).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "1795561868.681604, 2026-11-24T23:11:08.682Z",
        "1795561868.6815, 2026-11-24T23:11:08.682Z",
        "1795561868.681499, 2026-11-24T23:11:08.681Z",
        "1795561868, 2026-11-24T23:11:08Z",
        "1.7955618686815E9, 2026-11-24T23:11:08.682Z"
    })
    void rounds_the_start_half_up_from_the_exact_decimal(String epochSeconds, Instant start) {
        assertThat(RequestIdentity.moment(new java.math.BigDecimal(epochSeconds)))
                .isEqualTo(start);
    }

    @Test
    void books_a_start_that_rounds_into_the_next_day_on_that_day() {
        Instant moment = RequestIdentity.moment(new java.math.BigDecimal("1795564799.9996"));

        assertThat(new RequestIdentity("c", "u", Optional.empty(), moment).day())
                .isEqualTo(LocalDate.parse("2026-11-25"));
    }

    @Test
    void tells_apart_requests_that_differ_in_one_part() {
        Instant start = Instant.parse("2026-11-24T23:11:08.682Z");
        Optional<String> key = Optional.of("a".repeat(64));

        assertThat(List.of(
                        new RequestIdentity("c", "u", key, start).id(),
                        new RequestIdentity("d", "u", key, start).id(),
                        new RequestIdentity("c", "v", key, start).id(),
                        new RequestIdentity("c", "u", Optional.of("b".repeat(64)), start).id(),
                        new RequestIdentity("c", "u", key, start.plusMillis(1)).id(),
                        new RequestIdentity("cu", "", key, start).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void has_no_key_where_litellm_names_none_or_its_master_key() {
        Instant start = Instant.parse("2026-11-24T23:11:08.682Z");

        assertThat(new RequestIdentity("c", "u", Optional.of("litellm_proxy_master_key"), start))
                .isEqualTo(new RequestIdentity("c", "u", Optional.of(""), start))
                .isEqualTo(new RequestIdentity("c", "u", Optional.empty(), start));
    }

    private static List<UUID> pushedIdentities(String name) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.readValue(Recordings.pushed(name).toString(), PushedLogs.class).batch().requests().stream()
                .map(request -> request.identity().id())
                .toList();
    }

    private static UUID pulled(JsonNode row) {
        return new RequestIdentity(
                        row.at("/metadata/litellm_call_id").asText(),
                        row.get("request_id").asText(),
                        Optional.of(row.get("api_key").asText()),
                        OffsetDateTime.parse(row.get("startTime").asText()).toInstant())
                .id();
    }
}
