package io.litemaas.alerts.outgoing;

import java.util.Optional;

/**
 * How a call ended.
 *
 * @param status that the receiver answered; empty where it did not
 * @param failure why it did not
 */
public record Outcome(Optional<Integer> status, Optional<Failure> failure) {
    private static final int GONE = 410;

    /** RFC 9110 knows five classes of statuses; a receiver that answers another does not speak HTTP. */
    static Outcome answered(int status) {
        return status < 100 || status > 599
                ? failed(Failure.NO_HTTP_ANSWER)
                : new Outcome(Optional.of(status), Optional.empty());
    }

    static Outcome failed(Failure failure) {
        return new Outcome(Optional.empty(), Optional.of(failure));
    }

    /** Whether the receiver said that it has it. */
    public boolean isTaken() {
        return status.filter(answered -> answered / 100 == 2).isPresent();
    }

    /** Whether the receiver said that it wants no more, ever. */
    public boolean isGone() {
        return status.filter(answered -> answered == GONE).isPresent();
    }

    /** What went wrong, in a word; empty if nothing did. */
    public Optional<String> fault() {
        return failure.map(Failure::word).or(() -> status.flatMap(Outcome::faultOf));
    }

    /** A redirect is an answer like any other that is not 2xx: it is followed nowhere. */
    private static Optional<String> faultOf(int status) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of("redirected");
            default -> Optional.of("refused");
        };
    }
}
