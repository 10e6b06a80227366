package io.litemaas.platform.face;

import io.litemaas.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** What a function answers beside its value, where 200 or 204 and JSON do not do: a redirect, a cookie. */
@RequestScoped
public class Answer {
    private final CurrentVertxRequest request;

    Answer(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Sends the browser elsewhere with {@code 303 See Other}; the function returns nothing. */
    public void seeOther(String location) {
        RoutingContext context = request.getCurrent();
        context.response().putHeader("Location", location);
        // Funqy sets 204 for a function that returns nothing; the last word is spoken when the head is written
        context.addHeadersEndHandler(ended -> context.response().setStatusCode(303));
    }

    /** The same for a refusal that a page tells of, so that the call is recorded as the problem that it came to. */
    public void refusedElsewhere(Problem problem, String location) {
        CallRecord.refused(request.getCurrent(), problem.type().code());
        seeOther(location);
    }

    /** Sets a cookie. */
    public void cookie(Cookie cookie) {
        request.getCurrent().response().addCookie(cookie);
    }

    /** Sets a header. */
    public void header(String name, String value) {
        request.getCurrent().response().putHeader(name, value);
    }
}
