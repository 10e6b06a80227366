package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** LiteLLM did not answer, or a gateway answered for it. Whether the work was done is unknown. */
public non-sealed class LiteLlmUnavailable extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** No connection, or it broke. */
        DOWN("can't be reached", Duration.ofSeconds(5)),
        /** No whole answer within the time that was left. */
        TIMEOUT("did not answer in time", Duration.ofSeconds(5)),
        /** Status 502, 503 or 504, or 408, with which a gateway says that it waited in vain. */
        GATEWAY("is not there behind its gateway", Duration.ofSeconds(5)),
        /** The breaker is open: not asked at all. */
        BREAKER_OPEN("is left alone for a while", Duration.ofSeconds(30)),
        /** Too many calls at once from this process: not asked at all. */
        TOO_MANY_CALLS("has enough to do", Duration.ofSeconds(1)),
        /** The request's deadline has passed: not asked at all. */
        NO_TIME_LEFT("could not be asked in time", Duration.ofSeconds(5));

        private final String words;
        private final Duration retryAfter;

        Reason(String words, Duration retryAfter) {
            this.words = words;
            this.retryAfter = retryAfter;
        }
    }

    /** Another process may find it back any moment, so that whoever does work in the background looks again soon. */
    private static final Duration UNTIL_A_PROBE = Duration.ofSeconds(10);

    private final Reason reason;

    LiteLlmUnavailable(Call call, Reason reason) {
        this(call, reason, null);
    }

    LiteLlmUnavailable(Call call, Reason reason, Throwable cause) {
        this("LiteLLM " + reason.words + ": " + call, reason, cause);
    }

    private LiteLlmUnavailable(String message, Reason reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** When asking again makes sense, for a {@code Retry-After}. */
    public Duration retryAfter() {
        return reason.retryAfter;
    }

    @Override
    public Optional<Duration> pause() {
        return reason == Reason.BREAKER_OPEN ? Optional.of(UNTIL_A_PROBE) : Optional.empty();
    }

    @Override
    public Problem problem() {
        return Problem.retryLater(LiteLlmProblem.UNAVAILABLE, "The same request can succeed later.", retryAfter());
    }

    /** For work that should not even be tried while the fleet leaves LiteLLM alone. */
    public static LiteLlmUnavailable leftAlone() {
        return new LiteLlmUnavailable("LiteLLM " + Reason.BREAKER_OPEN.words, Reason.BREAKER_OPEN, null);
    }
}
