package io.litemaas.identity.people;

import io.litemaas.platform.problem.ProblemType;

/** What can be wrong with a request about people. */
enum PeopleProblem implements ProblemType {
    YOURSELF(409, "users.yourself", "You can't disable yourself.");

    private final int status;
    private final String code;
    private final String title;

    PeopleProblem(int status, String code, String title) {
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
