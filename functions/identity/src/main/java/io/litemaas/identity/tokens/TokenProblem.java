package io.litemaas.identity.tokens;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request about service tokens. */
enum TokenProblem implements ProblemType {
    NOT_FOUND(404, "tokens.not_found", "You have no such token."),
    VALUE_NOT_KEPT(409, "tokens.value_not_kept", "This request has made its token; the value was shown once.");

    private final int status;
    private final String code;
    private final String title;

    TokenProblem(int status, String code, String title) {
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
