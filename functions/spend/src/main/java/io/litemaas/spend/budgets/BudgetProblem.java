package io.litemaas.spend.budgets;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a budget. */
enum BudgetProblem implements ProblemType {
    EXISTS(409, "budgets.exists", "There is such a budget already."),
    VERSION_MOVED(409, "budgets.version_moved", "Somebody else has changed the budget."),
    SCOPE_FIXED(422, "budgets.scope_fixed", "A budget stays with what it counts.");

    private final int status;
    private final String code;
    private final String title;

    BudgetProblem(int status, String code, String title) {
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
