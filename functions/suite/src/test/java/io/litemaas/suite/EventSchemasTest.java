package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.litemaas.schema.Migrations;
import io.litemaas.testing.AnnouncedEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each type of event that a room names has a schema, and each schema a room that names its type. */
class EventSchemasTest {
    private static final Pattern TYPE = Pattern.compile("io\\.litemaas\\.([a-z-]+\\.[a-z-]+\\.v[0-9]+)");

    @Test
    void the_schemas_are_those_of_the_events_that_rooms_announce_or_await() throws Exception {
        assertThat(typesInProductCode()).isEqualTo(schemas());
    }

    @Test
    void an_event_that_breaks_its_schema_is_noticed() {
        String key = "\"01890a5d-ac96-774b-bcce-b302099a8057\"";

        assertThat(AnnouncedEvents.faults("io.litemaas.key.lost.v1", "{\"key\":" + key + "}"))
                .isEmpty();
        assertThat(AnnouncedEvents.faults("io.litemaas.key.lost.v1", "{}")).isNotEmpty();
        assertThat(AnnouncedEvents.faults("io.litemaas.key.lost.v1", "{\"key\":" + key + ",\"value\":\"sk\"}"))
                .isNotEmpty();
        assertThat(AnnouncedEvents.faults("io.litemaas.key.unheard-of.v1", "{}"))
                .containsExactly("the type has no schema");
    }

    /** Read from the constants of the compiled classes, so that a type can't hide behind a variable. */
    private static Set<String> typesInProductCode() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(location -> new ArchitectureTest.ProductOnly().includes(location)
                        && !location.contains("/test-classes/")
                        && !location.contains("emulator"))
                .importPackages("io.litemaas");
        return product.stream()
                .flatMap(type -> type.getSource().stream())
                .flatMap(source -> TYPE.matcher(constantsOf(source.getUri())).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String constantsOf(URI classFile) {
        try (InputStream bytes = classFile.toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> schemas() throws IOException, URISyntaxException {
        URI folder = Migrations.class.getResource("/io/litemaas/schema/events").toURI();
        if ("file".equals(folder.getScheme())) {
            return names(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return names(jar.getPath("/io/litemaas/schema/events"));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
