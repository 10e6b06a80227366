package io.litemaas.spend.ledger;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request to the ledger. */
enum LedgerProblem implements ProblemType {
    PUSH_NOT_AUTHENTICATED(401, "ledger.push_not_authenticated", "The push does not carry the configured secret."),
    WINDOW_INVALID(422, "ledger.window_invalid", "The window is no window that can be pulled.");

    private final int status;
    private final String code;
    private final String title;

    LedgerProblem(int status, String code, String title) {
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
