package io.litemaas.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that could not be served, for a reason that its sender should know. */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private Problem(
            ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers, Throwable cause) {
        super(detail, cause, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** A problem with what is particular about it, for people: no secret, no text from upstream. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), null);
    }

    /** Nothing that the caller did or can do; the cause goes to the log, under the trace id of the answer. */
    public static Problem internal(Throwable cause) {
        return new Problem(
                HttpProblem.INTERNAL, "The error was recorded under the trace id.", List.of(), Map.of(), cause);
    }

    /** A problem that may be gone after a while. */
    public static Problem retryLater(ProblemType type, String detail, Duration after) {
        return new Problem(
                type, detail, List.of(), Map.of("Retry-After", Long.toString(Math.max(1, after.toSeconds()))), null);
    }

    /** A request whose fields are wrong, with all of the faults at once. */
    public static Problem invalid(ProblemType type, List<FieldError> errors) {
        return new Problem(type, "The request has invalid fields.", errors, Map.of(), null);
    }

    /** The same with one more header on the answer. */
    public Problem withHeader(String name, String value) {
        return new Problem(type, getMessage(), errors, Map.of(name, value), getCause());
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return Optional.ofNullable(getMessage()).orElse(type.title());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
