package io.litemaas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The API contract as the tests hold answers against it: OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
public final class Contract {
    private static final String FILE = "/io/litemaas/schema/openapi/litemaas.yaml";

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Contract(JsonNode document) {
        this.document = document;
    }

    /** The project's contract. */
    public static Contract load() {
        try (InputStream yaml = Contract.class.getResourceAsStream(FILE)) {
            return new Contract(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operations that one room serves. */
    public List<ContractOperation> operationsOf(String room) {
        return operations().stream()
                .filter(operation -> operation.room().equals(room))
                .toList();
    }

    /** All operations. */
    public List<ContractOperation> operations() {
        List<ContractOperation> found = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                found.add(ContractOperation.of(path.getKey(), method.getKey(), method.getValue()))));
        return found;
    }

    /** What is wrong with an answer; nothing if it keeps the contract. */
    public List<String> faults(String method, String path, int status, String mediaType, String body) {
        JsonNode operation = document.at("/paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            return status >= 400
                    ? validate("{\"$ref\": \"#/components/schemas/Problem\"}", body)
                    : List.of(method + " " + path + " is not in the contract but answered " + status);
        }
        Optional<JsonNode> response = response(operation, status);
        if (response.isEmpty()) {
            return List.of(method + " " + path + " does not document the status " + status);
        }
        JsonNode content = response.get().path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("a body where the contract has none");
        }
        String type = mediaType.split(";", 2)[0];
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(
                    method + " " + path + " answers " + status + " as " + mediaType + ", which is not documented");
        }
        return type.endsWith("json") ? validate(schema.toString(), body) : List.of();
    }

    private Optional<JsonNode> response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode() && status >= 400) {
            response = responses.path("default");
        }
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asText().substring(1));
        }
        return response.isMissingNode() ? Optional.empty() : Optional.of(response);
    }

    List<String> validate(String schema, String body) {
        Schema compiled =
                schemas.computeIfAbsent(schema, text -> registry.getSchema(withComponents(text), InputFormat.JSON));
        return compiled
                .validate(
                        body,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The document's schemas refer to each other by their place in it, so each is checked with them beside it. */
    private String withComponents(String schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        try {
            whole.putArray("allOf").add(new YAMLMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        whole.set("components", document.path("components"));
        return whole.toString();
    }
}
