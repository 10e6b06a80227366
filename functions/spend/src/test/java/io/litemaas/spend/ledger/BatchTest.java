package io.litemaas.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String OURS = "a".repeat(64);
    private static final String THEIRS = "b".repeat(64);

    @Test
    void books_calls_of_our_keys_whether_they_went_well_or_not() {
        SortedBatch sorted = sort(request(OURS, NOW, "0.1", true), request(OURS, NOW.plusMillis(1), "0", false));

        assertThat(sorted.entries())
                .hasSize(2)
                .allMatch(entry -> entry.attribution().isKnown());
    }

    @Test
    void books_what_an_unknown_key_spent_to_its_hash() {
        SortedBatch sorted = sort(request(THEIRS, NOW, "0.1", true), request(THEIRS, NOW.plusMillis(1), "0.1", false));

        assertThat(sorted.entries())
                .hasSize(2)
                .allMatch(entry -> entry.attribution().equals(Attribution.unknown(Optional.of(THEIRS))));
    }

    @Test
    void only_counts_rejected_calls_of_unknown_keys() {
        SortedBatch sorted = sort(request(THEIRS, NOW, "0", false), request("", NOW, "0", false));

        assertThat(sorted.entries()).isEmpty();
        assertThat(sorted.rejected().values()).containsExactly(2L);
        assertThat(sorted.rejectedCalls()).isEqualTo(2);
    }

    @Test
    void does_not_count_again_what_an_earlier_pull_counted() {
        Batch batch = new Batch(Source.PULL, List.of(request(THEIRS, NOW, "0", false)), List.of(), NOW.plusMillis(1));

        assertThat(batch.sort(Map.of(), KeptTime.at(NOW)).rejected().values()).containsExactly(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-24T00:00:00Z, 1",
        "2025-10-23T23:59:59.999Z, 0",
        "2026-11-25T12:00:00Z, 1",
        "2026-11-25T12:00:00.001Z, 0"
    })
    void keeps_thirteen_months_and_a_day_ahead(Instant start, int booked) {
        SortedBatch sorted = sort(request(OURS, start, "0.1", true));

        assertThat(sorted.entries()).hasSize(booked);
        assertThat(sorted.unbookable()).hasSize(1 - booked);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, m", "1e500, m", "0.1, m\0n"})
    void sets_aside_what_no_ledger_can_hold(BigDecimal cost, String model) {
        LoggedRequest request = new LoggedRequest(identity(OURS, NOW), model, cost, 1, 1, true);

        assertThat(sort(request).unbookable()).hasSize(1);
    }

    @Test
    void gives_an_attribution_another_id_when_a_name_changes() {
        Attribution before = ours("key");
        Attribution after = ours("renamed");

        assertThat(before.id()).isEqualTo(ours("key").id()).isNotEqualTo(after.id());
        assertThat(Attribution.unknown(Optional.empty()).id())
                .isNotEqualTo(Attribution.unknown(Optional.of(OURS)).id());
    }

    private static SortedBatch sort(LoggedRequest... requests) {
        return new Batch(Source.PUSH, List.of(requests), List.of(), Instant.MIN)
                .sort(Map.of(OURS, ours("key")), KeptTime.at(NOW));
    }

    private static Attribution ours(String keyName) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        return new Attribution(
                Optional.of(new Attribution.KnownKey(id, Optional.of("ulla"), id, "sub", id, keyName)),
                Optional.empty());
    }

    private static LoggedRequest request(String hash, Instant start, String cost, boolean successful) {
        return new LoggedRequest(identity(hash, start), "gpt-4o-mini", new BigDecimal(cost), 10, 20, successful);
    }

    private static RequestIdentity identity(String hash, Instant start) {
        return new RequestIdentity("call", "upstream", Optional.of(hash), start);
    }
}
