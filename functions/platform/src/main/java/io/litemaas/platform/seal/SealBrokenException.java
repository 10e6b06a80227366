package io.litemaas.platform.seal;

/** A sealed secret that can't be opened: its key is not configured, or it was changed, or moved to another row. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBrokenException(String message) {
        super(message);
    }
}
