package io.litemaas.spend.ledger;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request to the ledger. */
enum LedgerProblem implements CataloguedProblem {
    PUSH_NOT_AUTHENTICATED(
            401,
            "ledger.push_not_authenticated",
            "The push was not believed.",
            "It came without the configured header, or with another secret.",
            "Set GENERIC_LOGGER_HEADERS in LiteLLM."),
    WINDOW_INVALID(
            422,
            "ledger.window_invalid",
            "This window can’t be read.",
            "It is inverted, too long, or outside the time that is kept.",
            "Ask for at most 31 days of the last thirteen months.");

    private final ProblemText text;

    LedgerProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
