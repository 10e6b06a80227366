package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;

/** LiteLLM said no to what it was asked, and will again: a status of 400 to 499 that has no kind of its own. Nothing was done. */
public final class LiteLlmRefused extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final int status;

    LiteLlmRefused(Call call, int status) {
        this("LiteLLM refused with " + status + ": " + call, status);
    }

    LiteLlmRefused(String message, int status) {
        super(message, null);
        this.status = status;
    }

    /** The HTTP status, the only part of LiteLLM's errors that can be relied on. */
    int status() {
        return status;
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    /** No caller can do something about it, but an admin can: LiteLLM is another than we expect, or wants something else. */
    @Override
    public Problem problem() {
        return Problem.of(LiteLlmProblem.REFUSED, "LiteLLM answered " + status + ". Admins see it on the page Health.");
    }
}
