package io.litemaas.platform.face;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.platform.json.StrictJson;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks what a request carries: its media types before anybody is asked, its JSON after. */
@Singleton
class ContentChecks {
    private final StrictJson json;

    ContentChecks(StrictJson json) {
        this.json = json;
    }

    void checkMedia(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        if (!operation.page() && !acceptsJson(request.getHeader("Accept"))) {
            throw Problem.of(HttpProblem.NOT_ACCEPTABLE, "The answer is application/json.");
        }
        if (operation.method().equals(HttpMethod.POST) && !isJson(request.getHeader("Content-Type"))) {
            throw Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
    }

    void checkInput(RoutingContext context, Operation operation) {
        if (operation.method().equals(HttpMethod.GET)) {
            checkQuery(context.request(), operation);
            return;
        }
        if (body(context).length() == 0) {
            throw Problem.of(HttpProblem.MALFORMED_BODY, "The body is empty; send at least {}.");
        }
        if (!operation.bulk()) {
            json.checkBody(body(context).getBytes(), operation.input().orElse(NoInput.class));
        }
        if (operation.input().isEmpty()) {
            // Funqy has no reader for a function without input, and would try to use it
            ((RoutingContextInternal) context).setBody(Buffer.buffer());
        }
    }

    private void checkQuery(HttpServerRequest request, Operation operation) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> parameter : request.params()) {
            if (parameters.has(parameter.getKey())) {
                throw Problem.invalid(
                        HttpProblem.INVALID_REQUEST, List.of(new FieldError(parameter.getKey(), "is given twice")));
            }
            parameters.put(parameter.getKey(), parameter.getValue());
        }
        json.checkQuery(parameters, operation.input().orElse(NoInput.class));
    }

    private static Buffer body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? Buffer.buffer() : body;
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static boolean acceptsJson(String accept) {
        return accept == null
                || Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip())
                        .anyMatch(
                                List.of("*/*", "application/*", "application/json", "application/problem+json")
                                        ::contains);
    }

    /** The input of a function that takes none: any field is one too many. */
    record NoInput() {}
}
