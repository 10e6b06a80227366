package io.litemaas.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    private static final Path HERE = Path.of("here");

    @Test
    void measures_all_of_this_build_unless_told_otherwise() {
        BenchOptions options = BenchOptions.of(HERE, List.of());

        assertThat(options.names()).isEmpty();
        assertThat(options.builds().values()).containsExactly(HERE);
        assertThat(options.csv()).isEmpty();
    }

    @Test
    void takes_names_sizes_and_another_build_in_any_order() {
        BenchOptions options = BenchOptions.of(
                HERE,
                List.of(
                        "usage",
                        "--people",
                        "7",
                        "--keys",
                        "8",
                        "--rollups",
                        "9",
                        "--budgets",
                        "10",
                        "me",
                        "--seconds",
                        "3",
                        "--connections",
                        "4",
                        "--csv",
                        "table.csv",
                        "--against",
                        "there"));

        assertThat(options.names()).containsExactly("usage", "me");
        assertThat(options.sizes()).isEqualTo(new SeedSizes(7, 8, 9, 10));
        assertThat(options.length()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.connections()).isEqualTo(4);
        assertThat(options.csv()).contains(Path.of("table.csv"));
        assertThat(options.builds()).containsExactly(entry("here", HERE), entry("against", Path.of("there")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--people 0", "--people many", "--people", "--unknown 1", "--csv", "--against"})
    void refuses_what_it_does_not_understand_and_says_what_it_does(String arguments) {
        assertThatThrownBy(() -> BenchOptions.of(HERE, List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--connections N");
    }

    private static java.util.Map.Entry<String, Path> entry(String name, Path build) {
        return java.util.Map.entry(name, build);
    }
}
