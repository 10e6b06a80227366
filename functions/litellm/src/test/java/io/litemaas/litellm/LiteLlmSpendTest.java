package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteLlmSpendTest extends ScriptedTest {
    private static final SpendLogQuery WINDOW = new SpendLogQuery(
            Instant.parse("2026-11-24T00:00:00.9Z"), Instant.parse("2026-11-25T00:00:00.1Z"), 1, 1000);

    @Test
    void asks_for_a_window_widened_to_seconds_in_the_order_of_time() {
        server.answers(200, Recording.bodyOf("489-spend-logs-v2-cache-and-call-id"));

        litellm.spend().logs(WINDOW, soon());

        assertThat(server.last().target())
                .isEqualTo("/spend/logs/v2?end_date=2026-11-25+00%3A00%3A01&page=1&page_size=1000"
                        + "&sort_by=startTime&sort_order=asc&start_date=2026-11-24+00%3A00%3A00");
    }

    @Test
    void reads_rows_with_the_decimals_that_were_sent() {
        server.answers(200, Recording.bodyOf("489-spend-logs-v2-cache-and-call-id"));

        List<SpendLog> rows = litellm.spend().logs(WINDOW, soon()).rows();

        assertThat(rows).extracting(SpendLog::spend).contains(new BigDecimal("0.0000135"));
        assertThat(rows).extracting(SpendLog::cacheHit).isEqualTo(List.of(false, false, true, false));
        assertThat(rows.get(0).callId()).isEqualTo("fixed-by-client");
        assertThat(rows.get(0).endTime()).isEqualTo("2026-11-24T23:11:08.718Z");
        assertThat(rows.get(0).apiKey()).isPresent();
        assertThat(rows.get(0).userId()).isEmpty();
        assertThat(rows.get(2).requestId()).contains("_cache_hit");
    }

    @Test
    void reads_failed_calls() {
        server.answers(200, Recording.bodyOf("314-spend-logs-v2-failures"));

        SpendLogPage page = litellm.spend().logs(WINDOW, soon());

        assertThat(page.malformed()).isEmpty();
        assertThat(page.rows()).extracting(SpendLog::successful).containsOnly(false);
        assertThat(page.hasNext()).isTrue();
    }

    @Test
    void sets_a_malformed_row_aside_and_reads_the_others() {
        String recorded = Recording.bodyOf("489-spend-logs-v2-cache-and-call-id");
        ObjectNode answer = (ObjectNode) Json.read(recorded.getBytes(StandardCharsets.UTF_8));
        ((ObjectNode) answer.get("data").get(1)).put("spend", "a lot");

        server.answers(200, answer.toString());
        SpendLogPage page = litellm.spend().logs(WINDOW, soon());

        assertThat(page.rows()).hasSize(3);
        assertThat(page.malformed()).hasSize(1);
        assertThat(page.malformed().get(0).position()).isEqualTo(1);
        assertThat(page.malformed().get(0).requestId()).isEqualTo("chatcmpl-875be0d8-d080-43f2-8fd7-a18ac5f4f54e");
        assertThat(page.malformed().get(0).reason()).contains("spend").doesNotContain("a lot");
    }

    @Test
    void asks_on_where_litellm_stopped_counting() {
        SpendLog row = anyRow();

        assertThat(new SpendLogPage(List.of(row), List.of(), 10, 1, 1, false).hasNext())
                .isFalse();
        assertThat(new SpendLogPage(List.of(row), List.of(), 10, 1, 1, true).hasNext())
                .isTrue();
        assertThat(new SpendLogPage(List.of(), List.of(), 10, 2, 9, true).hasNext())
                .isFalse();
    }

    private SpendLog anyRow() {
        server.answers(200, Recording.bodyOf("489-spend-logs-v2-cache-and-call-id"));
        return litellm.spend().logs(WINDOW, soon()).rows().get(0);
    }

    @Test
    void refuses_windows_and_pages_that_do_not_exist() {
        Instant now = Instant.parse("2026-11-24T00:00:00Z");

        assertThatThrownBy(() -> new SpendLogQuery(now, now.minusSeconds(1), 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpendLogQuery(now, now, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpendLogQuery(now, now, 1, 1001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reads_the_totals_of_days() {
        server.answers(
                200,
                "{\"results\":[{\"date\":\"2026-11-24\",\"metrics\":{\"spend\":0.0011650000000000002,\"prompt_tokens\":556,"
                        + "\"completion_tokens\":1241,\"api_requests\":109,\"successful_requests\":64,"
                        + "\"failed_requests\":45}}]}");

        List<DailyActivity> days =
                litellm.spend().dailyActivity(LocalDate.parse("2026-11-17"), LocalDate.parse("2026-11-24"), soon());

        assertThat(server.last().target())
                .isEqualTo("/user/daily/activity/aggregated?end_date=2026-11-24&start_date=2026-11-17");
        assertThat(days)
                .isEqualTo(List.of(new DailyActivity(
                        LocalDate.parse("2026-11-24"),
                        new BigDecimal("0.0011650000000000002"),
                        556,
                        1241,
                        109,
                        64,
                        45)));
    }

    @Test
    void reads_with_the_key_that_cannot_write_where_there_is_one() {
        server.answers(200, Recording.bodyOf("489-spend-logs-v2-cache-and-call-id"));

        litellm.spend().logs(WINDOW, soon());
        Clients.of(Settings.of(server.url()).withReadingKey("sk-only-for-reading"))
                .spend()
                .logs(WINDOW, soon());

        assertThat(server.seen())
                .extracting(ScriptedServer.Seen::authorization)
                .isEqualTo(List.of("Bearer " + Settings.KEY, "Bearer sk-only-for-reading"));
    }
}
