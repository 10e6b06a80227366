package io.litemaas.identity.provider;

import io.litemaas.platform.problem.ProblemType;

/** Why somebody could not be signed in. */
public enum SignInProblem implements ProblemType {
    EXPIRED(401, "auth.sign_in_expired", "The sign-in took too long or was begun elsewhere; begin again."),
    REFUSED(403, "auth.sign_in_refused", "The sign-in was refused."),
    NOT_ADMITTED(403, "auth.not_admitted", "You may not use LiteMaaS."),
    DISABLED(403, "auth.user_disabled", "Your account is disabled."),
    PROVIDER_UNAVAILABLE(503, "auth.provider_unavailable", "The sign-in service can't be reached at the moment.");

    private final int status;
    private final String code;
    private final String title;

    SignInProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
