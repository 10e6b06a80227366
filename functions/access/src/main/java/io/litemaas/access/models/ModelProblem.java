package io.litemaas.access.models;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request about models. */
enum ModelProblem implements ProblemType {
    NOT_FOUND(404, "models.not_found", "There is no such model."),
    CHANGED(409, "models.changed", "The model was changed meanwhile; read it again.");

    private final int status;
    private final String code;
    private final String title;

    ModelProblem(int status, String code, String title) {
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
