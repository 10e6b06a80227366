package io.litemaas.spend.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final UUID ID = UUID.nameUUIDFromBytes(new byte[] {1});

    @ParameterizedTest
    @CsvSource({
        "10, BLOCK, 9.999999999999999999, false",
        "10, BLOCK, 10.000, true",
        "10, BLOCK, 11, true",
        "10, OBSERVE, 11, false",
        "0, BLOCK, 0, true"
    })
    void blocks_from_its_amount_on(BigDecimal amount, Mode mode, BigDecimal spent, boolean blocks) {
        assertThat(budget(amount, mode).blocksAt(spent)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({"7.999, ''", "8, '80'", "9.999, '80'", "10, '80,100'", "25, '80,100'", "0, ''"})
    void has_crossed_the_thresholds_that_are_reached(BigDecimal spent, String crossed) {
        List<Integer> expected = Arrays.stream(crossed.split(",", -1))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();

        assertThat(budget(BigDecimal.TEN, Mode.OBSERVE).crossedBy(spent)).isEqualTo(expected);
    }

    private static Budget budget(BigDecimal amount, Mode mode) {
        return new Budget(ID, Scope.USER, ID, ID, amount, Recurrence.MONTH, ZoneOffset.UTC, List.of(80, 100), mode);
    }
}
