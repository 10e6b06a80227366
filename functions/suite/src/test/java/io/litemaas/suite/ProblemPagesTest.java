package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.litemaas.platform.problem.ProblemType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each problem is explained where its type points, and nothing is explained that can't happen. */
class ProblemPagesTest {

    @Test
    void each_code_has_its_line_in_the_documents() throws Exception {
        List<String> raised = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.litemaas").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                        .flatMap(ProblemPagesTest::codes)
                        .toList();
        List<String> explained = Pattern.compile("^\\| `([a-z]+\\.[a-z_]+)` ", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../../docs/problems.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(raised);
    }

    private static Stream<String> codes(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants()).map(constant -> ((ProblemType) constant).code());
    }
}
