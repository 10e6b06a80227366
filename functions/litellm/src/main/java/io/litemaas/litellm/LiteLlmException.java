package io.litemaas.litellm;

/** What was asked of LiteLLM could not be decided. Messages hold method, path and status, never a body or a secret. */
public abstract sealed class LiteLlmException extends RuntimeException
        permits LiteLlmUnavailable, LiteLlmRefused, LiteLlmFault {
    private static final long serialVersionUID = 1L;

    LiteLlmException(String message, Throwable cause) {
        super(message, cause);
    }
}
