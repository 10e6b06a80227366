package io.litemaas.platform.idempotency;

import io.litemaas.platform.problem.FieldError;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.problem.ProblemType;
import java.util.List;
import java.util.Set;

/** A refusal as it is kept, to be given again word by word. */
record KeptProblem(int status, String code, String title, String detail, List<FieldError> errors)
        implements ProblemType {
    /** What may be otherwise the next time although the request is the same. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);

    static KeptProblem of(Problem problem) {
        ProblemType type = problem.type();
        return new KeptProblem(type.status(), type.code(), type.title(), problem.detail(), problem.errors());
    }

    static boolean keeps(Problem problem) {
        int status = problem.type().status();
        return status >= 400 && status < 500 && !NOT_KEPT.contains(status) && problem.type() != HttpProblem.IN_PROGRESS;
    }

    Problem again() {
        return errors.isEmpty() ? Problem.of(this, detail) : Problem.invalid(this, errors);
    }
}
