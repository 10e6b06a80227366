package io.litemaas.platform.face;

import io.litemaas.platform.caller.Authentication;
import io.litemaas.platform.caller.Caller;
import io.litemaas.platform.caller.Credential;
import io.litemaas.platform.caller.Principal;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a request for an operation: its shape, who sends it, how often, and what it carries, in this order. */
@Singleton
class RequestChecks {
    /** The header that a foreign page can't make a browser send. */
    static final String CSRF_HEADER = "X-LiteMaaS-CSRF";

    private final PlatformConfig config;
    private final Authentication authentication;
    private final RateLimits rates;
    private final ContentChecks content;

    RequestChecks(PlatformConfig config, Authentication authentication, RateLimits rates, ContentChecks content) {
        this.config = config;
        this.authentication = authentication;
        this.rates = rates;
        this.content = content;
    }

    void check(RoutingContext context, Operation operation) {
        checkMethod(context.request(), operation);
        content.checkMedia(context, operation);
        Optional<Principal> principal = authenticate(context, operation);
        rates.count(context.request(), operation, principal);
        principal.ifPresent(known -> authorize(known, operation));
        content.checkInput(context, operation);
        IdempotencyKey.check(context.request(), operation);
    }

    private static void checkMethod(HttpServerRequest request, Operation operation) {
        if (!request.method().equals(operation.method())) {
            throw Problem.of(HttpProblem.METHOD_NOT_ALLOWED, "This operation takes " + operation.method() + ".")
                    .withHeader("Allow", operation.method().name());
        }
    }

    private Optional<Principal> authenticate(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        if (operation.page()) {
            return Optional.empty();
        }
        if (operation.ownCredential()) {
            checkAgainstForgery(request);
            return Optional.empty();
        }
        Optional<Credential> credential = Credential.of(request, config.secureCookies());
        if (credential.isEmpty()) {
            if (operation.role() != Role.ANYONE) {
                throw Problem.of(HttpProblem.SIGN_IN_REQUIRED, "This needs a session or a service token.")
                        .withHeader("WWW-Authenticate", "Bearer");
            }
            return Optional.empty();
        }
        if (credential.get().byCookie() && operation.method().equals(HttpMethod.POST)) {
            checkAgainstForgery(request);
        }
        Principal principal = authentication.of(credential.get(), operation.room());
        Caller.remember(context, principal);
        return Optional.of(principal);
    }

    private static void checkAgainstForgery(HttpServerRequest request) {
        if (request.getHeader(CSRF_HEADER) == null) {
            throw Problem.of(
                    HttpProblem.CSRF_HEADER_MISSING, "A session by cookie needs the header " + CSRF_HEADER + ".");
        }
    }

    private static void authorize(Principal principal, Operation operation) {
        if (operation.role() == Role.ANYONE) {
            return;
        }
        if (!principal.mayUse(operation.scope())) {
            throw Problem.of(HttpProblem.SCOPE_MISSING, "The service token lacks the scope for this operation.");
        }
        if (!principal.has(operation.role())) {
            throw Problem.of(
                    HttpProblem.FORBIDDEN,
                    "This needs the role " + operation.role().word() + ".");
        }
    }
}
