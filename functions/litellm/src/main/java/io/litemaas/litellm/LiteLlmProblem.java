package io.litemaas.litellm;

import io.litemaas.platform.problem.ProblemType;

/** What a caller hears when LiteLLM is needed and can't help. */
public enum LiteLlmProblem implements ProblemType {
    /** Down, hanging, left alone, or talking nonsense: the same request can succeed later. */
    UNAVAILABLE(503, "litellm.unavailable", "LiteLLM can't be reached at the moment.");

    private final int status;
    private final String code;
    private final String title;

    LiteLlmProblem(int status, String code, String title) {
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
