package io.litemaas.identity.provider;

import io.litemaas.platform.problem.Problem;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/** Sends a browser to the provider, and learns from the provider who came back. */
@ApplicationScoped
public class Provider {
    private static final Logger LOG = Logger.getLogger(Provider.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    /** How the names of the cookies begin in which quarkus-oidc would keep a session. */
    private static final String SESSION_COOKIE = "q_session";

    private final OidcAuthenticationMechanism codeFlow;
    private final IdentityProviderManager identities;
    private final ProviderConfig config;
    private final CurrentVertxRequest request;

    Provider(
            OidcAuthenticationMechanism codeFlow,
            IdentityProviderManager identities,
            ProviderConfig config,
            CurrentVertxRequest request) {
        this.codeFlow = codeFlow;
        this.identities = identities;
        this.config = config;
        this.request = request;
    }

    /** The provider's page where the browser goes on; the browser is given the state that it must bring back. */
    public String signInPage() {
        RoutingContext context = request.getCurrent();
        forgetForeignSessions(context);
        ChallengeData challenge = await(codeFlow.getChallenge(context))
                .orElseThrow(() -> new IllegalStateException("quarkus-oidc knows no provider"));
        return challenge.getHeaders().values().iterator().next();
    }

    /**
     * Who came back from the provider.
     *
     * @throws Problem where nobody did
     */
    public ProviderUser user() {
        RoutingContext context = request.getCurrent();
        SignInState state = SignInState.of(context.request())
                .orElseThrow(() -> expired("This browser has begun no such sign-in here."));
        forgetForeignSessions(context);
        try {
            refuseWhatTheProviderRefused(context.request().getParam("error"));
            SecurityIdentity identity = await(codeFlow.authenticate(context, identities))
                    .orElseThrow(() -> expired("The sign-in was begun for another address."));
            return ProviderIdentity.user(identity, config);
        } catch (IllegalArgumentException e) {
            throw unavailable(e);
        } finally {
            forgetForeignSessions(context);
            context.response().addCookie(state.expired());
        }
    }

    private static void refuseWhatTheProviderRefused(String error) {
        if ("access_denied".equals(error)) {
            throw Problem.of(SignInProblem.REFUSED, "You, or the sign-in service for you, said no.");
        }
        if (error != null) {
            throw unavailable(new IllegalStateException("it answered with an error of its own"));
        }
    }

    /** Without its session quarkus-oidc always does the code flow; one of another program on this host is none of ours. */
    private static void forgetForeignSessions(RoutingContext context) {
        context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION_COOKIE))
                .toList()
                .forEach(name -> context.response().removeCookies(name, false));
    }

    private <T> Optional<T> await(Uni<T> step) {
        try {
            // a step that is given up is cancelled, so that its late answer finds no response to write to
            return Optional.ofNullable(
                    step.ifNoItem().after(config.timeout()).fail().await().indefinitely());
        } catch (RuntimeException e) {
            throw problemOf(e);
        }
    }

    private static Problem problemOf(RuntimeException failure) {
        boolean foreignState = failure.getCause() instanceof JoseException;
        boolean usedCode = causes(failure).anyMatch(CodeRefused.class::isInstance);
        return foreignState || usedCode ? expired("Begin the sign-in again.") : unavailable(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Problem expired(String detail) {
        return Problem.of(SignInProblem.EXPIRED, detail);
    }

    /** The log names the kinds of failures only: their texts quote what the provider answered. */
    private static Problem unavailable(Exception failure) {
        LOG.warnf(
                "A sign-in failed at the provider: %s",
                causes(failure).map(cause -> cause.getClass().getSimpleName()).collect(Collectors.joining(", ")));
        return Problem.retryLater(SignInProblem.PROVIDER_UNAVAILABLE, "Try again in a moment.", RETRY_AFTER);
    }
}
