package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** LiteLLM does not accept our own credential: status 401 or 403. Nothing was done. */
public final class LiteLlmCredentialRefused extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Duration pause;

    LiteLlmCredentialRefused(Call call, int status) {
        this("LiteLLM refuses our credential with " + status + ": " + call, status, FleetEpisode.PAUSE);
    }

    private LiteLlmCredentialRefused(String message, int status, Duration pause) {
        super(message, null);
        this.status = status;
        this.pause = pause;
    }

    static LiteLlmCredentialRefused leftAlone(Duration left) {
        return new LiteLlmCredentialRefused("LiteLLM refuses our credential", 401, left);
    }

    /** What it is where LiteLLM takes the same credential for something else: a no to this call alone. */
    LiteLlmRefused forThisCallOnly() {
        return new LiteLlmRefused(getMessage(), status);
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.of(pause);
    }

    @Override
    public Problem problem() {
        return Problem.retryLater(
                LiteLlmProblem.CREDENTIAL_REFUSED, "The same request can succeed when an admin has seen to it.", pause);
    }
}
