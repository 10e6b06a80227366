package io.litemaas.spend.budgets;

import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import java.util.UUID;

/** Locks a budget for a change that is based on a version of it. */
final class LockedVersion {
    private LockedVersion() {}

    static BudgetDao.LockedBudget of(BudgetDao dao, UUID id, int version) {
        BudgetDao.LockedBudget locked =
                dao.lock(id).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "There is no such budget."));
        if (locked.version() != version) {
            throw Problem.of(BudgetProblem.VERSION_MOVED, "Its version is " + locked.version() + " now.");
        }
        return locked;
    }
}
