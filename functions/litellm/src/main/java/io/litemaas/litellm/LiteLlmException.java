package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;

/** What was asked of LiteLLM could not be decided. Messages hold method, path and status, never a body or a secret. */
public abstract sealed class LiteLlmException extends RuntimeException
        permits LiteLlmUnavailable, LiteLlmRefused, LiteLlmFault {
    private static final long serialVersionUID = 1L;

    LiteLlmException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to answer a caller who needed LiteLLM for this; it tells nothing of LiteLLM's own words. */
    public abstract Problem problem();
}
