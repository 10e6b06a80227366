package io.litemaas.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test class, every event that the rooms announced while it ran is held against its schema. It registers
 * itself (see {@code META-INF/services}; the build turns autodetection on), so that no test can forget it.
 */
public final class AnnouncedEvents implements AfterAllCallback {
    private static final String PREFIX = "io.litemaas.";

    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> faults = new TreeSet<>();
        TestDatabase.started()
                .ifPresent(database -> TestDatabase.ROOMS.forEach(
                        room -> announcedIn(database.sql(), room).forEach(event -> faults.addAll(faultsOf(event)))));
        if (!faults.isEmpty()) {
            throw new AssertionError("Events that break their schema: " + faults);
        }
    }

    private static List<String> announcedIn(Sql sql, String room) {
        return sql.column(
                "select distinct type || ' ' || data::text from " + room + ".outbox where data <> cast(? as jsonb)",
                Events.MADE_BY_A_TEST);
    }

    private static List<String> faultsOf(String event) {
        int end = event.indexOf(' ');
        return faults(event.substring(0, end), event.substring(end + 1)).stream()
                .map(fault -> event + ": " + fault)
                .toList();
    }

    /** What is wrong with an event's data; nothing where it keeps the schema of its type. */
    public static List<String> faults(String type, String data) {
        if (!type.startsWith(PREFIX)) {
            return List.of("the type is not ours");
        }
        String resource = "/io/litemaas/schema/events/" + type.substring(PREFIX.length()) + ".json";
        try (InputStream schema = AnnouncedEvents.class.getResourceAsStream(resource)) {
            if (schema == null) {
                return List.of("the type has no schema");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(data, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
