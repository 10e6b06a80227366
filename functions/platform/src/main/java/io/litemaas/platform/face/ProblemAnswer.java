package io.litemaas.platform.face;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.litemaas.platform.log.Secrets;
import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The one place that turns a failure into an answer: {@code application/problem+json} (RFC 9457). */
@Singleton
class ProblemAnswer implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(ProblemAnswer.class);

    private final Functions functions;
    private final Failures failures;
    private final TraceIds traceIds;
    private final ObjectMapper json;

    ProblemAnswer(Functions functions, Failures failures, TraceIds traceIds, ObjectMapper json) {
        this.functions = functions;
        this.failures = failures;
        this.traceIds = traceIds;
        this.json = json;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Problem problem = failures.problemOf(context);
        String traceId = traceIds.of(context);
        if (problem.type() == HttpProblem.INTERNAL) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed (trace %s)",
                    context.request().method(),
                    context.request().path(),
                    traceId);
        }
        CallRecord.refused(context, problem.type().code());
        SecurityHeaders.on(context);
        // what nobody reads is still let in and dropped: a sender that is cut off would not see the answer
        context.request().resume();
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status());
        if (isForBrowser(context.request())) {
            response.putHeader("Content-Type", "text/html; charset=utf-8").end(ProblemPage.of(problem, traceId));
        } else {
            response.putHeader("Content-Type", "application/problem+json")
                    .end(document(problem, traceId).toString());
        }
    }

    private boolean isForBrowser(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && functions
                        .operation(request.path().substring(1))
                        .map(Operation::page)
                        .orElse(false);
    }

    /** A field that we do not know may be anything, a secret that slipped into the wrong place too. */
    private ObjectNode field(FieldError error) {
        return json.createObjectNode()
                .put("field", Secrets.redact(error.field()))
                .put("message", Secrets.redact(error.message()));
    }

    private ObjectNode document(Problem problem, String traceId) {
        ObjectNode document = json.createObjectNode()
                .put("type", "/app/problems/" + problem.type().code())
                .put("title", problem.type().title())
                .put("status", problem.type().status())
                .put("detail", problem.detail())
                .put("code", problem.type().code())
                .put("traceId", traceId);
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            problem.errors().forEach(error -> errors.add(field(error)));
        }
        return document;
    }
}
