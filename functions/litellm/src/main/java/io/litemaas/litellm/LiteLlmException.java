package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** What was asked of LiteLLM could not be decided. Messages hold method, path and status, never a body or a secret. */
public abstract sealed class LiteLlmException extends RuntimeException
        permits LiteLlmUnavailable, LiteLlmThrottled, LiteLlmCredentialRefused, LiteLlmRefused, LiteLlmFault {
    private static final long serialVersionUID = 1L;

    LiteLlmException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to answer a caller who needed LiteLLM for this; it tells nothing of LiteLLM's own words. */
    public abstract Problem problem();

    /**
     * How long nothing is to be asked of LiteLLM, whatever it is about; empty where this says something of the one call that
     * failed, and another may well succeed.
     */
    public Optional<Duration> pause() {
        return Optional.empty();
    }

    /** Whether LiteLLM said no to just this call, and will again until somebody changes something. */
    public boolean isLasting() {
        return false;
    }
}
