package io.litemaas.platform.caller;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The caller of the function that runs, as the http face found it. */
@RequestScoped
public class Caller {
    private static final String KEY = Principal.class.getName();

    private final CurrentVertxRequest request;

    Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Leaves the caller for the function. */
    public static void remember(RoutingContext context, Principal principal) {
        context.put(KEY, principal);
    }

    /** The caller of a request, where the face has found one. */
    public static Optional<Principal> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** The user's id, for functions that declare a role other than {@link Role#ANYONE}. */
    public UUID userId() {
        return principal().userId();
    }

    /** The caller, for functions that declare a role other than {@link Role#ANYONE}. */
    public Principal principal() {
        return known().orElseThrow(
                        () -> new IllegalStateException("This function declares no role, so it has no caller"));
    }

    /** The caller, where one is known: a function for anyone may be called by nobody known. */
    public Optional<Principal> known() {
        return of(request.getCurrent());
    }
}
