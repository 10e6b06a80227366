package io.litemaas.platform.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;

/** Reads what callers send, and refuses what is not exactly asked for; Funqy's own mapper looks over it. */
@Singleton
public class StrictJson {
    private final ObjectMapper body;
    private final ObjectMapper query;

    StrictJson(ObjectMapper shared) {
        this.body = strict(shared.copy());
        body.setConfig(body.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        body.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        body.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        body.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        body.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        this.query = strict(shared.copy());
    }

    /** Checks a body against the input that a function takes. */
    public void checkBody(byte[] content, Type input) {
        JsonNode document = read(content);
        refuseNothing(document);
        refuseUnstorable(document);
        JavaType type = body.constructType(input);
        try {
            body.readValue(body.treeAsTokens(document), type);
        } catch (JsonMappingException e) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(MappingFault.of(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that a body is one JSON document, of whatever shape. */
    public void checkWellFormed(byte[] content) {
        read(content);
    }

    /** Checks a query's parameters, all strings, against the bean that a function takes. */
    public void checkQuery(ObjectNode parameters, Type input) {
        refuseUnstorable(parameters);
        try {
            query.readValue(query.treeAsTokens(parameters), query.constructType(input));
        } catch (JsonMappingException e) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(MappingFault.of(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any type is read from {@code null}, as nothing. */
    private static void refuseNothing(JsonNode document) {
        if (document.isNull()) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, List.of(new FieldError("", "must not be null")));
        }
    }

    private static void refuseUnstorable(JsonNode document) {
        List<FieldError> faults = UnstorableText.in(document);
        if (!faults.isEmpty()) {
            throw Problem.invalid(HttpProblem.INVALID_REQUEST, faults);
        }
    }

    private JsonNode read(byte[] content) {
        try {
            return body.readTree(content);
        } catch (IOException e) {
            throw Problem.of(HttpProblem.MALFORMED_BODY, "The body is not one well-formed JSON document.");
        }
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.registerModule(new SimpleModule().addDeserializer(Instant.class, new Rfc3339()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }
}
