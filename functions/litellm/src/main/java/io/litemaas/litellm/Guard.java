package io.litemaas.litellm;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The one policy for all calls of this process.
 *
 * <p>The breaker counts what says that LiteLLM is away: broken connections, timeouts, 502, 503, 504, 408. It does not count
 * refusals, nor 500, which bad input of ours can cause. The bulkhead keeps a slow LiteLLM from holding all worker threads.
 */
@ApplicationScoped
class Guard {
    static final String BREAKER = "litellm";

    private final Wire wire;

    Guard(Wire wire) {
        this.wire = wire;
    }

    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 30,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {LiteLlmUnavailable.class, TimeoutException.class})
    @CircuitBreakerName(BREAKER)
    @Bulkhead(16)
    Answer exchange(Call call, Duration left) {
        Answer answer = wire.send(call, left);
        if (answer.isFromGateway()) {
            throw new LiteLlmUnavailable(call, LiteLlmUnavailable.Reason.GATEWAY);
        }
        return answer;
    }
}
