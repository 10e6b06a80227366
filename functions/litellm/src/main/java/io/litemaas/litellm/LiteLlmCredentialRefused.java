package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** LiteLLM does not accept our own credential: status 401 or 403. Nothing was done. */
public final class LiteLlmCredentialRefused extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Optional<Duration> pause;

    LiteLlmCredentialRefused(Call call, int status) {
        this("LiteLLM refuses our credential with " + status + ": " + call, status, Optional.of(FleetEpisode.PAUSE));
    }

    private LiteLlmCredentialRefused(String message, int status, Optional<Duration> pause) {
        super(message, null);
        this.status = status;
        this.pause = pause;
    }

    static LiteLlmCredentialRefused leftAlone(Duration left) {
        return new LiteLlmCredentialRefused("LiteLLM refuses our credential", 401, Optional.of(left));
    }

    /** The same where LiteLLM takes the credential for something else: then this call alone is refused. */
    LiteLlmCredentialRefused forThisCallOnly() {
        return new LiteLlmCredentialRefused(getMessage(), status, Optional.empty());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    @Override
    public Optional<Duration> pause() {
        return pause;
    }

    @Override
    public boolean isLasting() {
        return pause.isEmpty();
    }

    @Override
    public Problem problem() {
        return Problem.retryLater(
                LiteLlmProblem.CREDENTIAL_REFUSED,
                "The same request can succeed when an admin has seen to it.",
                pause.orElse(FleetEpisode.PAUSE));
    }
}
