package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;

/** LiteLLM said no: a status of 400 to 499. Nothing was done. */
public final class LiteLlmRefused extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final int status;

    LiteLlmRefused(Call call, int status) {
        super("LiteLLM refused with " + status + ": " + call, null);
        this.status = status;
    }

    /** The HTTP status, the only part of LiteLLM's errors that can be relied on. */
    public int status() {
        return status;
    }

    /** Refusals that a caller can do something about are foreseen and told by the function; the rest is our fault. */
    @Override
    public Problem problem() {
        return Problem.internal(this);
    }
}
