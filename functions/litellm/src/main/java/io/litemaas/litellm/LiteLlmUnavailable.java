package io.litemaas.litellm;

import java.time.Duration;

/** LiteLLM did not answer, or a gateway answered for it. Whether the work was done is unknown. */
public non-sealed class LiteLlmUnavailable extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** No connection, or it broke. */
        DOWN("can't be reached", Duration.ofSeconds(5)),
        /** No whole answer within the time that was left. */
        TIMEOUT("did not answer in time", Duration.ofSeconds(5)),
        /** Status 502, 503 or 504. */
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

    private final Reason reason;

    LiteLlmUnavailable(Call call, Reason reason) {
        this(call, reason, null);
    }

    LiteLlmUnavailable(Call call, Reason reason, Throwable cause) {
        super("LiteLLM " + reason.words + ": " + call, cause);
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
}
