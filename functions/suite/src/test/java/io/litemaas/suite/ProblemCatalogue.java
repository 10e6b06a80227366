package io.litemaas.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All problems that the product's code lists, and the files that are rendered from them. */
final class ProblemCatalogue {
    private static final Path PAGES = Path.of("../../docs/problems");
    private static final Path PORTAL = Path.of("../../portal/src/i18n/problems.en.json");

    /** What the portal itself runs into, without an answer of ours: the catalogue does not know it. */
    private static final String PORTALS_OWN = "portal";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<ProblemText> problems = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.litemaas").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(CataloguedProblem.class))
                    .flatMap(ProblemCatalogue::texts)
                    .sorted(Comparator.comparing(ProblemText::status).thenComparing(ProblemText::code))
                    .toList();

    /** Their texts, by status and code. */
    List<ProblemText> problems() {
        return problems;
    }

    /** What each rendered file holds. */
    Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        files.put(PAGES.resolve("README.md"), index());
        byCapability()
                .forEach((capability, texts) -> files.put(PAGES.resolve(capability + ".md"), page(capability, texts)));
        files.put(PORTAL, portalTexts());
        return files;
    }

    private Map<String, List<ProblemText>> byCapability() {
        return problems.stream()
                .collect(Collectors.groupingBy(ProblemCatalogue::capability, TreeMap::new, Collectors.toList()));
    }

    private String index() {
        return """
                # Problems

                Each refusal is `application/problem+json` (RFC 9457) with a stable `code`. `detail` says what is particular
                about it, `traceId` joins it to the log, `errors[]` names fields, and `type` is the page in the portal that
                explains it. These pages are rendered from the code
                (`./mvnw -pl functions/suite surefire:test -Dtest=ProblemCatalogueTest -Dlitemaas.render=true`).

                | status | code | what happened |
                |---|---|---|
                """
                + problems.stream()
                        .map(text -> "| %d | [`%s`](%s.md#%s) | %s |%n"
                                .formatted(text.status(), text.code(), capability(text), anchor(text), text.title()))
                        .collect(Collectors.joining());
    }

    private static String page(String capability, List<ProblemText> texts) {
        return "# Problems: `" + capability + "`\n"
                + texts.stream()
                        .map(text -> """

                        ## `%s`

                        %d: %s

                        - Cause: %s
                        - Next: %s
                        """.formatted(text.code(), text.status(), text.title(), text.cause(), text.next()))
                        .collect(Collectors.joining());
    }

    private String portalTexts() {
        try {
            ObjectNode texts = JSON.createObjectNode();
            texts.set(PORTALS_OWN, JSON.readTree(Files.readString(PORTAL)).required(PORTALS_OWN));
            for (ProblemText text : problems) {
                texts.withObject("/" + capability(text))
                        .putObject(name(text))
                        .put("sentence", text.title())
                        .put("cause", text.cause())
                        .put("next", text.next());
            }
            return JSON.writeValueAsString(texts).replace("\" : ", "\": ") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String capability(ProblemText text) {
        return text.code().substring(0, text.code().indexOf('.'));
    }

    private static String name(ProblemText text) {
        return text.code().substring(text.code().indexOf('.') + 1);
    }

    /** As Markdown's readers make one of a heading: without the dot. */
    private static String anchor(ProblemText text) {
        return text.code().replace(".", "");
    }

    private static Stream<ProblemText> texts(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants()).map(constant -> ((CataloguedProblem) constant).text());
    }
}
