package io.litemaas.platform.log;

/** Stands in a log for an exception whose text holds a secret; the places in the code stay. */
final class RedactedThrowable extends Throwable {
    private static final long serialVersionUID = 1;

    RedactedThrowable(Throwable original) {
        super(
                original.getClass().getName() + ": " + Secrets.redact(String.valueOf(original.getMessage())),
                original.getCause() == null ? null : new RedactedThrowable(original.getCause()),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }

    static boolean needs(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getMessage() != null && Secrets.appearIn(t.getMessage())) {
                return true;
            }
        }
        return false;
    }
}
