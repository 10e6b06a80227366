package io.litemaas.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is told.
 *
 * @param names of the works to measure; all where none is named
 * @param builds the folders of the builds to compare, by the name that the table gives them
 * @param length how long each measurement lasts
 * @param connections how many callers call at once, each its next call when the one before is answered
 * @param csv where the table goes as CSV as well
 */
record BenchOptions(
        List<String> names,
        Map<String, Path> builds,
        SeedSizes sizes,
        Duration length,
        int connections,
        Optional<Path> csv) {
    static final String USAGE = """
            ./litemaas bench [options] [name...]
                --people N        others, each with a subscription (10000)
                --keys N          keys of theirs (10000)
                --rollups N       quarter hours of spend of theirs (100000)
                --budgets N       budgets of theirs (1000)
                --seconds N       how long each work is measured, twice: at its fastest, and at half of that (8)
                --connections N   callers at once (16)
                --csv FILE        the table as CSV, too
                --against DIR     another checkout, which is built; both are measured in turns
            """;

    static BenchOptions of(Path here, List<String> arguments) {
        Map<String, Long> numbers = new LinkedHashMap<>(Map.of(
                "--people", 10_000L,
                "--keys", 10_000L,
                "--rollups", 100_000L,
                "--budgets", 1_000L,
                "--seconds", 8L,
                "--connections", 16L));
        Map<String, Path> builds = new LinkedHashMap<>(Map.of("here", here));
        List<String> names = new ArrayList<>();
        Optional<Path> csv = Optional.empty();
        for (int next = 0; next < arguments.size(); next++) {
            String argument = arguments.get(next);
            if (!argument.startsWith("--")) {
                names.add(argument);
                continue;
            }
            String value = ++next < arguments.size() ? arguments.get(next) : "";
            if (numbers.containsKey(argument)) {
                numbers.put(argument, positive(argument, value));
            } else if (argument.equals("--csv") && !value.isEmpty()) {
                csv = Optional.of(Path.of(value));
            } else if (argument.equals("--against") && !value.isEmpty()) {
                builds.put("against", Path.of(value));
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return new BenchOptions(
                List.copyOf(names),
                builds,
                new SeedSizes(
                        numbers.get("--people"),
                        numbers.get("--keys"),
                        numbers.get("--rollups"),
                        numbers.get("--budgets")),
                Duration.ofSeconds(numbers.get("--seconds")),
                numbers.get("--connections").intValue(),
                csv);
    }

    private static long positive(String option, String value) {
        try {
            long number = Long.parseLong(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for one that is not positive
        }
        throw new IllegalArgumentException(option + " takes a positive number, not '" + value + "'.\n" + USAGE);
    }
}
