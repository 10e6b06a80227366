package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever docs/security.md says that a test tries, a test tries. */
class SecurityDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void each_test_that_is_named_is_there() throws IOException {
        List<MatchResult> named = NAMED.matcher(document()).results().toList();

        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(test -> assertThat(source(test.group(1)))
                        .as(test.group())
                        .hasValueSatisfying(text -> assertThat(text).containsPattern(testNamed(test.group(2)))));
    }

    @Test
    void each_control_names_one() throws IOException {
        String threats = document().split("## Threats", 2)[1].split("## What is tried", 2)[0];

        assertThat(threats.lines()
                        .filter(line ->
                                line.startsWith("| ") && !line.startsWith("| threat") && !line.startsWith("| |")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsPattern(NAMED));
    }

    /** Its annotation, and perhaps others, but none that keeps it from running. */
    private static String testNamed(String name) {
        return "@(Test|ParameterizedTest|RepeatedTest|Property|ArchTest)\\b"
                + "((?!@Disabled|\\n    }\\n|;\\n)[\\s\\S]){0,1500}?\\b" + name + "\\b *(\\(|=)";
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../../docs/security.md"));
    }

    private static Optional<String> source(String test) throws IOException {
        StringBuilder found = new StringBuilder();
        for (String root : List.of("../../functions", "../../schema")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.endsWith(test + ".java"))
                        .map(SecurityDocumentTest::read)
                        .forEach(found::append);
            }
        }
        return Optional.of(found.toString()).filter(text -> !text.isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
