package io.litemaas.spend.budgets;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What can be wrong with a budget. */
enum BudgetProblem implements CataloguedProblem {
    EXISTS(
            409,
            "budgets.exists",
            "There is such a budget already.",
            "One scope has one budget for each period.",
            "Change that one."),
    VERSION_MOVED(
            409,
            "budgets.version_moved",
            "Somebody else has changed the budget.",
            "It is newer than what you saw.",
            "Read it again, and decide anew."),
    SCOPE_FIXED(
            422,
            "budgets.scope_fixed",
            "A budget stays what it is for.",
            "The change would make it one for something else.",
            "Remove it and set another.");

    private final ProblemText text;

    BudgetProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
