package io.litemaas.alerts.outgoing;

/** An address that is not called; the message is for whoever entered it. */
public final class NotCallableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    NotCallableException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /** Why not. */
    public Failure failure() {
        return failure;
    }
}
