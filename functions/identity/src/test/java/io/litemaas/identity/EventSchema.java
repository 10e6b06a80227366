package io.litemaas.identity;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds an event's data against its schema. */
public final class EventSchema {
    private EventSchema() {}

    /** What is wrong with it; nothing where it keeps the schema. */
    public static List<String> faults(String event, String data) {
        try (InputStream schema =
                EventSchema.class.getResourceAsStream("/io/litemaas/schema/events/" + event + ".json")) {
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
