package io.litemaas.litellm;

import io.litemaas.platform.problem.Problem;
import java.time.Duration;

/** LiteLLM failed, or answered what it never should. Whether the work was done is unknown. */
public final class LiteLlmFault extends LiteLlmException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    public enum Kind {
        /** Status 500 or another one of that class that no gateway sends; bad input of ours can cause it too. */
        SERVER_ERROR,
        /** The answer is not of the form that was recorded: a page of HTML, a missing field, somebody else's object. */
        GARBAGE
    }

    private final Kind kind;

    private LiteLlmFault(Kind kind, String message) {
        super(message, null);
        this.kind = kind;
    }

    static LiteLlmFault serverError(Call call, int status) {
        return new LiteLlmFault(Kind.SERVER_ERROR, "LiteLLM failed with " + status + ": " + call);
    }

    /** Keeps no cause: a parser's message quotes what it could not read. */
    static LiteLlmFault garbage(Call call, String what) {
        return new LiteLlmFault(Kind.GARBAGE, "LiteLLM answered nonsense (" + what + "): " + call);
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    @Override
    public Problem problem() {
        return Problem.retryLater(
                LiteLlmProblem.UNAVAILABLE, "The same request can succeed later.", Duration.ofSeconds(5));
    }
}
