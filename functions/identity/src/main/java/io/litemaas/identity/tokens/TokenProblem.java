package io.litemaas.identity.tokens;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request about service tokens. */
enum TokenProblem implements CataloguedProblem {
    NOT_FOUND(
            404,
            "tokens.not_found",
            "There is no such token.",
            "It does not exist, or it is not yours.",
            "See the list of your tokens."),
    VALUE_NOT_KEPT(
            409,
            "tokens.value_not_kept",
            "The token’s value can’t be shown again.",
            "This request has made its token, whose value was shown once.",
            "If the value is lost, revoke the token that is named and make another.");

    private final ProblemText text;

    TokenProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
