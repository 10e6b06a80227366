package io.litemaas.litellm;

import io.litemaas.platform.problem.CataloguedProblem;
import io.litemaas.platform.problem.ProblemText;

/** What a caller hears when LiteLLM is needed and can't help. */
public enum LiteLlmProblem implements CataloguedProblem {
    /** Down, hanging, left alone, or talking nonsense: the same request can succeed later. */
    UNAVAILABLE(
            503,
            "litellm.unavailable",
            "LiteLLM can’t be reached at the moment.",
            "It is down, hangs, or answers nonsense.",
            "Repeat the same request after Retry-After; the portal does so by itself.");

    private final ProblemText text;

    LiteLlmProblem(int status, String code, String title, String cause, String next) {
        this.text = new ProblemText(status, code, title, cause, next);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}
