package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.platform.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Code, documents and portal explain each problem in the same words, since the code's are rendered to the others. */
class ProblemCatalogueTest {
    private static final ProblemCatalogue CATALOGUE = new ProblemCatalogue();

    /** With {@code -Dlitemaas.render=true}, the files are written anew. */
    @BeforeAll
    static void render() throws IOException {
        if (Boolean.getBoolean("litemaas.render")) {
            for (Map.Entry<Path, String> file : CATALOGUE.files().entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue());
            }
        }
    }

    @Test
    void the_documents_and_the_portal_say_what_the_code_says() {
        assertThat(CATALOGUE.files())
                .allSatisfy((file, text) -> assertThat(file).content().isEqualTo(text));
    }

    @Test
    void the_documents_explain_nothing_that_can_not_happen() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../../docs/problems"))) {
            assertThat(CATALOGUE.files()).containsKeys(pages.toArray(Path[]::new));
        }
    }

    @Test
    void each_problem_has_a_code_of_its_own_and_says_what_happened_why_and_what_to_do() {
        assertThat(CATALOGUE.problems()).extracting(ProblemText::code).doesNotHaveDuplicates();
        assertThat(CATALOGUE.problems()).hasSizeGreaterThan(40).allSatisfy(text -> {
            assertThat(text.title()).endsWith(".");
            assertThat(text.cause()).endsWith(".");
            assertThat(text.next()).endsWith(".");
            assertThat(text.code()).matches("[a-z]+\\.[a-z_]+");
            assertThat(text.status()).isBetween(400, 503);
        });
    }
}
