package io.litemaas.platform.face;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.config.PlatformConfig.Expose;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Stands before Funqy: what it lets through is a request that a function has declared to take. */
@Singleton
class Face {
    /** Before Quarkus reads a body, which it would do for anybody and up to the largest that there is. */
    private static final int FIRST = Integer.MIN_VALUE;
    /** Before anything that could run a function. */
    private static final int ORDER = -10_000;

    /** With what pages and files are asked for, which are no functions. */
    private static final Set<HttpMethod> PAGES = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final PlatformConfig config;
    private final Functions functions;
    private final EventFace events;
    private final RequestChecks checks;
    private final ProblemAnswer problems;
    private final CallRecord record;
    private final SecretSegments secrets;
    private final Bodies bodies;

    Face(
            PlatformConfig config,
            Functions functions,
            EventFace events,
            RequestChecks checks,
            ProblemAnswer problems,
            CallRecord record,
            SecretSegments secrets,
            Bodies bodies) {
        this.config = config;
        this.functions = functions;
        this.events = events;
        this.checks = checks;
        this.problems = problems;
        this.record = record;
        this.secrets = secrets;
        this.bodies = bodies;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(secrets::open);
        router.route().order(FIRST).handler(record::begin);
        router.route().order(FIRST).handler(SecurityHeaders::put);
        router.route().order(FIRST).handler(bodies::read);
        router.route().order(ORDER).failureHandler(problems);
        router.route().order(ORDER + 1).blockingHandler(this::admit, false);
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1).handler(Face::nothingHere);
    }

    private void admit(RoutingContext context) {
        String path = context.request().path().substring(1);
        if (EventFace.looksLikeEvent(context.request())) {
            events.admit(context, path);
        } else if (offers(context, path)) {
            checks.check(context, functions.operation(path).orElseThrow());
        } else if (!PAGES.contains(context.request().method()) || isFunction(path)) {
            nothingHere(context);
        }
        context.next();
    }

    private boolean offers(RoutingContext context, String path) {
        return config.expose() != Expose.INTERNAL
                && functions
                        .operation(path)
                        .filter(operation -> SecretSegments.isProven(context, operation))
                        .isPresent();
    }

    /** One that this face does not offer: Funqy, which stands behind, knows no face and would run it unchecked. */
    private boolean isFunction(String path) {
        return functions.operation(path).isPresent() || functions.handler(path).isPresent();
    }

    private static void nothingHere(RoutingContext context) {
        throw Problem.of(HttpProblem.NOT_FOUND, "There is nothing at this path.");
    }
}
