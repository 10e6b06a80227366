package io.litemaas.identity.provider;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** Why somebody could not be signed in. */
public enum SignInProblem implements CataloguedProblem {
    EXPIRED(
            401,
            "auth.sign_in_expired",
            "The sign-in has expired.",
            "It took too long, was begun in another browser, or is done already.",
            "Try again."),
    REFUSED(
            403,
            "auth.sign_in_refused",
            "The sign-in was refused.",
            "You, or the sign-in service for you, said no.",
            "Try again, or ask who runs the sign-in service."),
    NOT_ADMITTED(
            403,
            "auth.not_admitted",
            "You may not use LiteMaaS yet.",
            "None of your groups is admitted.",
            "Ask an admin for a group, then try again."),
    DISABLED(403, "auth.user_disabled", "Your account is disabled.", "An admin has disabled it.", "Ask an admin."),
    PROVIDER_UNAVAILABLE(
            503,
            "auth.provider_unavailable",
            "The sign-in service can’t be reached.",
            "It is away, slow, or answers nonsense.",
            "Try again after Retry-After.");

    private final ProblemText text;

    SignInProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
