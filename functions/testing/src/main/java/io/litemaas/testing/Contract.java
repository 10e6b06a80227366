package io.litemaas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.Locale;
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
                        .forEach(method -> found.add(ContractOperation.of(
                                path.getKey(), method.getKey(), method.getValue(), document.path("x-face-problems")))));
        return found;
    }

    /** The operation at a path and method. */
    public Optional<ContractOperation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path))
                .findFirst();
    }

    /** The path of the operation that a request was for, as the contract has it; what it does not have, as it is. */
    String template(String path) {
        return operations().stream()
                .filter(operation -> operation.isAt(path))
                .map(operation -> "/" + operation.path())
                .findFirst()
                .orElse(path);
    }

    /** The JSON Schema of what an operation takes: its body, or its query's parameters as if they were one. */
    public JsonNode input(ContractOperation operation) {
        JsonNode described = described(operation);
        JsonNode body = resolved(described.path("requestBody"));
        return body.isMissingNode() ? query(described) : resolved(body.at("/content/application~1json/schema"));
    }

    /** The statuses with which an operation may succeed. */
    public List<Integer> successes(ContractOperation operation) {
        List<Integer> statuses = new ArrayList<>();
        described(operation).get("responses").fieldNames().forEachRemaining(status -> {
            if (!status.equals("default")) {
                statuses.add(Integer.valueOf(status));
            }
        });
        return statuses;
    }

    /** A schema with what it refers to in its place. */
    public JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }

    private JsonNode described(ContractOperation operation) {
        return document.at("/paths")
                .path("/" + operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode query(JsonNode described) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        schema.put("additionalProperties", described.path("x-more-parameters").asBoolean());
        for (JsonNode reference : described.path("parameters")) {
            JsonNode parameter = resolved(reference);
            if (parameter.get("in").asText().equals("query")) {
                properties.set(parameter.get("name").asText(), parameter.get("schema"));
                if (parameter.path("required").asBoolean()) {
                    required.add(parameter.get("name"));
                }
            }
        }
        return schema;
    }

    /** What is wrong with an answer; nothing if it keeps the contract. */
    public List<String> faults(String method, String path, int status, String mediaType, String body) {
        List<String> faults = new ArrayList<>(shapeFaults(method, path, status, mediaType, body));
        operation(method, path)
                .filter(operation -> status >= 400 && faults.isEmpty() && mediaType.contains("json"))
                .map(operation -> problemFaults(operation, status, body))
                .ifPresent(faults::addAll);
        return faults;
    }

    private static List<String> problemFaults(ContractOperation operation, int status, String body) {
        JsonNode problem = parsed(body);
        String code = problem.path("code").asText();
        if (problem.path("status").asInt() != status) {
            return List.of("the status " + status + " with the body of " + problem.path("status"));
        }
        return operation.problems().contains(code)
                ? List.of()
                : List.of(operation.path() + " does not document the problem " + code);
    }

    private static JsonNode parsed(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> shapeFaults(String method, String path, int status, String mediaType, String body) {
        JsonNode operation = document.at("/paths").path(template(path)).path(method.toLowerCase(Locale.ROOT));
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

    /** What is wrong with a document that should be of one of the contract's schemas; nothing if it is. */
    public List<String> faultsOf(String schema, String document) {
        return validate("{\"$ref\": \"#/components/schemas/" + schema + "\"}", document);
    }

    private Optional<JsonNode> response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode() && status >= 400) {
            response = responses.path("default");
        }
        return response.isMissingNode() ? Optional.empty() : Optional.of(resolved(response));
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
        whole.putArray("allOf").add(parsed(schema));
        whole.set("components", document.path("components"));
        return whole.toString();
    }
}
