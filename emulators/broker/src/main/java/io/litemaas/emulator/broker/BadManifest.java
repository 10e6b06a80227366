package io.litemaas.emulator.broker;

/** A manifest that can't be followed; the message is a sentence for whoever wrote it. */
final class BadManifest extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BadManifest(String message) {
        super(message);
    }

    BadManifest(String message, Throwable cause) {
        super(message, cause);
    }
}
