package io.litemaas.identity.people;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a request about people. */
enum PeopleProblem implements CataloguedProblem {
    YOURSELF(
            409,
            "users.yourself",
            "You can’t disable yourself.",
            "An installation would be left without an admin.",
            "Ask another admin.");

    private final ProblemText text;

    PeopleProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
