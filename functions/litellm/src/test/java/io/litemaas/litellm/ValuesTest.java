package io.litemaas.litellm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final KeyValue VALUE = new KeyValue("sk-lab-alice-key-0000000000000001");

    @Test
    void prints_no_secret_wherever_it_stands() {
        NewKey key = NewKey.of(VALUE, "alias", "user", List.of("m"));
        Call call = Call.post("/key/generate", key.body());

        assertThat(List.of(
                        VALUE, key, call, new Credential("master-key"), new Answer(200, key.body(), Optional.empty())))
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(text).doesNotContain("alice-key").doesNotContain("master-key"));
    }

    @Test
    void hashes_a_value_as_litellm_does() {
        assertThat(VALUE.hash().hex()).isEqualTo("f2dcdcee2245a334ac51cf6bcf8a9b56ab4141731765ff8c991d3fa594f78581");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-short", "pk-0000000000000000", "sk-0000000000000\r\nx: y", "sk-00000000000000ü"})
    void refuses_values_that_litellm_or_a_header_would_not_take(String value) {
        assertThatThrownBy(() -> new KeyValue(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_no_value_for_a_hash() {
        assertThatThrownBy(() -> new KeyHash(VALUE.reveal()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(VALUE.reveal());
    }

    @Test
    void refuses_keys_without_models_since_they_could_call_all() {
        assertThatThrownBy(() -> NewKey.of(VALUE, "a", "u", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyUpdate(VALUE.hash(), List.of(), Limits.NONE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_durations_and_limits_that_make_no_sense() {
        NewKey key = NewKey.of(VALUE, "a", "u", List.of("m"));

        assertThatThrownBy(() -> key.withDuration(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.NONE.withRpmLimit(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.NONE.withTpmLimit(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.NONE.withMaxBudget(new BigDecimal("-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_five_and_five_point_zero_for_one_budget() {
        Limits five = Limits.NONE.withMaxBudget(new BigDecimal("5"));

        assertThat(five.isSameAs(Limits.NONE.withMaxBudget(new BigDecimal("5.0"))))
                .isTrue();
        assertThat(five.isSameAs(Limits.NONE)).isFalse();
        assertThat(five.isSameAs(five.withRpmLimit(1))).isFalse();
        assertThat(five.isSameAs(five.withTpmLimit(1))).isFalse();
    }

    @Test
    void counts_a_deadline_down_to_zero_and_no_further() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        Deadline deadline = new Deadlines(Duration.ofSeconds(5), now::get).start();

        Duration atFirst = deadline.left();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        Duration later = deadline.left();
        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(List.of(atFirst, later, deadline.left()))
                .isEqualTo(List.of(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ZERO));
    }
}
