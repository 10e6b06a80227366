package io.litemaas.access.models;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request about models. */
enum ModelProblem implements CataloguedProblem {
    NOT_FOUND(
            404,
            "models.not_found",
            "There is no model of that name.",
            "LiteLLM does not list it, or the name is mistyped.",
            "Look for it among the models."),
    CHANGED(
            409,
            "models.changed",
            "The model has changed meanwhile.",
            "It is newer than what you saw.",
            "Load the page again.");

    private final ProblemText text;

    ModelProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
