package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** LiteLLM said that it is asked too much: status 429. Nothing was done, and nothing is asked until its time is over. */
public final class LiteLlmThrottled extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    LiteLlmThrottled(Call call, Duration wait) {
        this("LiteLLM wants to be asked later: " + call, wait);
    }

    private LiteLlmThrottled(String message, Duration wait) {
        super(message, null);
        this.wait = wait;
    }

    static LiteLlmThrottled leftAlone(Duration left) {
        return new LiteLlmThrottled("LiteLLM wants to be asked later", left);
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.of(wait);
    }

    @Override
    public Problem problem() {
        return Problem.retryLater(LiteLlmProblem.THROTTLED, "The same request can succeed later.", wait);
    }
}
