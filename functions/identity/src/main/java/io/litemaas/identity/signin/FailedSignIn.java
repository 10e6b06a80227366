package io.litemaas.identity.signin;

import io.litemaas.identity.room.IdentityConfig;
import io.litemaas.platform.face.Answer;
import io.litemaas.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends a browser whose sign-in failed to the portal's page for it; programs get the problem itself. */
@Singleton
class FailedSignIn {
    private final Optional<String> page;
    private final CurrentVertxRequest request;
    private final Answer answer;

    FailedSignIn(IdentityConfig config, CurrentVertxRequest request, Answer answer) {
        this.page = config.problemPage();
        this.request = request;
        this.answer = answer;
    }

    /** Does a step of the sign-in; where it fails, {@code returnTo} says where a new one shall lead. */
    void shows(Runnable step, Supplier<String> returnTo) {
        try {
            step.run();
        } catch (Problem problem) {
            if (page.isEmpty() || !isBrowser()) {
                throw problem;
            }
            answer.refusedElsewhere(
                    problem,
                    page.get() + "?problem=" + problem.type().code() + "&returnTo="
                            + URLEncoder.encode(returnTo.get(), StandardCharsets.UTF_8));
        }
    }

    private boolean isBrowser() {
        String accept = request.getCurrent().request().getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
