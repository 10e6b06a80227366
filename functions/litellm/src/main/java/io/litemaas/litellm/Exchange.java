package io.litemaas.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import io.litemaas.litellm.LiteLlmUnavailable.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Turns a call into fields of an answer, or into one of our exceptions. */
@ApplicationScoped
class Exchange {
    private final Guard guard;
    private final MeterRegistry meters;
    private final Clock clock;

    Exchange(Guard guard, MeterRegistry meters, Clock clock) {
        this.guard = guard;
        this.meters = meters;
        this.clock = clock;
    }

    /** The answer to something that must be there. */
    Fields ask(Call call, Deadline deadline) {
        Answer answer = send(call, deadline);
        if (answer.isRefusal()) {
            throw new LiteLlmRefused(call, answer.status());
        }
        return new Fields(call, answer.body());
    }

    /** The answer about something that may be absent. */
    Optional<Fields> find(Call call, Deadline deadline) {
        return findBody(call, deadline).map(body -> new Fields(call, body));
    }

    /** The bare number with which LiteLLM answers some calls about something that may be absent. */
    OptionalLong findCount(Call call, Deadline deadline) {
        Optional<JsonNode> body = findBody(call, deadline);
        if (body.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!body.get().isIntegralNumber()) {
            throw LiteLlmFault.garbage(call, "not a number");
        }
        return OptionalLong.of(body.get().longValue());
    }

    private Optional<JsonNode> findBody(Call call, Deadline deadline) {
        Answer answer = send(call, deadline);
        if (answer.saysAbsent()) {
            return Optional.empty();
        }
        if (answer.status() == 404) {
            throw LiteLlmFault.garbage(call, "404 that is not about what was asked");
        }
        if (answer.isRefusal()) {
            throw new LiteLlmRefused(call, answer.status());
        }
        return Optional.of(answer.body());
    }

    private Answer send(Call call, Deadline deadline) {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw new NotTried(call, Reason.NO_TIME_LEFT);
        }
        Answer answer = timed(call, left);
        if (answer.status() >= 500) {
            throw LiteLlmFault.serverError(call, answer.status());
        }
        if (answer.isThrottled()) {
            throw new LiteLlmThrottled(call, RetryAfter.of(answer.retryAfter(), clock.instant()));
        }
        if (answer.refusesTheCredential() && call.key() != Call.Key.NONE) {
            throw new LiteLlmCredentialRefused(call, answer.status());
        }
        if (!answer.isSuccess() && !answer.isRefusal()) {
            throw LiteLlmFault.garbage(call, "status " + answer.status());
        }
        return answer;
    }

    /** By call and outcome: a status, or the reason for which there is none. */
    private Answer timed(Call call, Duration left) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "broken";
        try {
            Answer answer = guarded(call, left);
            outcome = Integer.toString(answer.status());
            return answer;
        } catch (LiteLlmUnavailable e) {
            outcome = e.reason().name().toLowerCase(Locale.ROOT);
            throw e;
        } finally {
            sample.stop(meters.timer("litemaas.litellm.call", "call", call.toString(), "outcome", outcome));
        }
    }

    private Answer guarded(Call call, Duration left) {
        try {
            return guard.exchange(call, left);
        } catch (CircuitBreakerOpenException e) {
            throw new NotTried(call, Reason.BREAKER_OPEN);
        } catch (BulkheadException e) {
            throw new NotTried(call, Reason.TOO_MANY_CALLS);
        } catch (TimeoutException e) {
            throw new LiteLlmUnavailable(call, Reason.TIMEOUT, e);
        }
    }
}
